internal import PluginAPI

/// Where the words that a comment is on stand in the latest text.
enum PassageStanding {
    /// Where they stood when it was written.
    case same(PassageReference)
    /// Elsewhere.
    case moved(from: PassageReference, to: PassageReference)
    /// Nowhere, or at several places that nothing tells apart.
    case gone(from: PassageReference, revision: Int, copies: Int)

    /// `4.1`, `5.1 (4.1 when it was written)`, `4.1 of revision 1, whose words are gone`.
    var words: String {
        switch self {
        case .same(let passage): "\(passage)"
        case .moved(let former, let passage): "\(passage) (\(former) when it was written)"
        case .gone(let former, let revision, let copies):
            "\(former) of revision \(revision), whose words "
                + (copies > 1 ? "now stand at \(copies) places" : "are gone")
        }
    }

    /// `4.1 (gone)`, `5 (now 6)`; nil where nothing changed.
    var change: String? {
        switch self {
        case .same: nil
        case .moved(let former, let passage): "\(former) (now \(passage))"
        case .gone(let former, _, let copies):
            "\(former) (\(copies > 1 ? "now at \(copies) places" : "gone"))"
        }
    }
}
