/// What changed from one revision of a statement to another, word by word.
///
/// A paragraph whose number is another only because paragraphs before it were added or removed did not change. The
/// time grows with the texts, however unlike they are.
public struct StatementChanges: Hashable, Sendable {
    /// One change; addresses are of the title, the standfirst, the caption or of whole paragraphs.
    public enum Part: Hashable, Sendable {
        /// Other words at what is still the same part of the text; `from` is its address in the old revision.
        case changed(from: PassageReference, to: PassageReference, runs: [Run])
        /// A part that is new, and its words.
        case added(PassageReference, String)
        /// A part that is gone, with its address and its words in the old revision.
        case removed(PassageReference, String)
        /// Paragraphs with the same words that stand elsewhere among the others; neighbours that moved together are
        /// one range.
        case moved(from: PassageReference, to: PassageReference)
    }

    /// A piece of a part that changed, in exact words. What was kept and removed is the old text, what was kept and
    /// added the new one.
    public enum Run: Hashable, Sendable {
        case kept(String)
        case removed(String)
        case added(String)
    }

    /// The changes in the order of the new text; what was removed stands behind what it stood behind.
    public let parts: [Part]

    /// What is different in `new`.
    public init(from old: Statement, to new: Statement) {
        let edges: [Part] = [
            Self.edge(.title, old.title, new.title),
            Self.edge(.standfirst, old.standfirst ?? "", new.standfirst ?? ""),
            Self.edge(.caption, old.caption?.text ?? "", new.caption?.text ?? ""),
        ].compactMap(\.self)
        parts = edges + BodyChanges(from: old.paragraphs.map(\.text), to: new.paragraphs.map(\.text)).parts
    }

    /// Whether both have the same words in the same order.
    public var isEmpty: Bool { parts.isEmpty }

    private static func edge(_ reference: PassageReference, _ old: String, _ new: String) -> Part? {
        if ExactText(text: old) == ExactText(text: new) { return nil }
        if old.isEmpty { return .added(reference, new) }
        if new.isEmpty { return .removed(reference, old) }
        return .changed(from: reference, to: reference, runs: WordChanges(from: old, to: new).runs)
    }
}
