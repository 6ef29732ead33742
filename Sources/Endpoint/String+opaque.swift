extension String {
    /// A text that nobody can guess, fit for ids, tokens and URLs.
    static func opaque(length: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        return String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}
