/// Why a comment is left out of a summary although its words are there.
public enum LeftOut: String, Hashable, Sendable, Codable, CaseIterable {
    /// Moderators have hidden it.
    case hidden
    /// Who wrote it has been banned from the room since.
    case banned
    /// It was written so lately that its author may still take it back.
    case recent
}
