internal import CStemmer

/// Brings the forms of a word together by the rules of its language: `sanction`, `sanctions`, `sanctioned`.
///
/// Not for two threads at once: libstemmer works on one word in memory of its own.
package final class Stemmer {
    private let handle: OpaquePointer

    /// Nil where libstemmer has no rules for the language.
    package init?(_ language: Language) {
        guard let handle = language.stemmer.flatMap({ sb_stemmer_new($0, "UTF_8") }) else { return nil }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word in small letters; a word too long to be one is its own.
    package func stem(of word: String) -> String {
        guard word.utf8.count <= Self.longestWord else { return word }
        var word = word
        return word.withUTF8 { letters in
            // The stem belongs to libstemmer and lasts until the next call: it is copied at once.
            guard let stem = sb_stemmer_stem(handle, letters.baseAddress, Int32(letters.count)) else {
                return nil
            }
            let length = Int(sb_stemmer_length(handle))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        } ?? word
    }

    /// In bytes.
    private static let longestWord = 128
}
