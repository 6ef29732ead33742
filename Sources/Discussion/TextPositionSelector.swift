/// A passage by its place: the `TextPositionSelector` of the W3C's Web Annotation Data Model.
public struct TextPositionSelector: Hashable, Sendable, Codable {
    /// Where it begins, in code points from 0.
    public let start: Int
    /// Where it ends, in code points; the one at `end` is no longer part of it.
    public let end: Int
}
