internal import Networking

/// By which words are known again that are no longer there.
struct WordPrint: Hashable {
    /// Hexadecimal digits.
    let text: String

    /// - Parameter secret: Without it nobody can try words out.
    init(_ words: String, secret: String) {
        text = SHA256Digest(of: Array("\(secret)\n\(words)".utf8)).description
    }
}
