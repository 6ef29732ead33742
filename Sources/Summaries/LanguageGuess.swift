internal import Discussion

/// Tells a language by what has been read of a text so far.
package struct LanguageGuess: Sendable {
    package init() {}

    /// Reads a sentence or more.
    ///
    /// - Parameters:
    ///   - words: As `Words.folded(in:)` gives them.
    ///   - text: What they were taken from.
    package mutating func read(_ words: [String], writtenAs text: String) {}

    /// The language; nil where too little was read, or what was read is of several.
    package var language: Language? { nil }
}

extension Language {
    /// The language of a text; nil where nothing can be told: few words, code, names, several languages.
    ///
    /// - Parameters:
    ///   - words: As `Words.folded(in:)` gives them.
    ///   - text: What they were taken from.
    package static func detected(in words: [String], writtenAs text: String) -> Language? {
        var guess = LanguageGuess()
        guess.read(words, writtenAs: text)
        return guess.language
    }
}
