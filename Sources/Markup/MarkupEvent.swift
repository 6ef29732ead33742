/// One step through a document: what begins, what ends, and the text between.
package enum MarkupEvent: Hashable, Sendable {
    case start(MarkupElement)
    case end(MarkupName)
    /// All text up to the next start or end, its references resolved.
    case text(String)
    /// Text follows that is longer than whoever reads it wanted, and was left out; its bytes.
    case longText(bytes: Int)
}
