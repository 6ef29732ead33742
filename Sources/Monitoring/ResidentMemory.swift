internal import Foundation

/// How much memory this process holds.
enum ResidentMemory {
    /// nil where the system does not say; Linux does, in the second word of a file.
    static var bytes: Int? {
        guard let text = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let words = String(decoding: text, as: UTF8.self).split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * Int(getpagesize())
    }
}
