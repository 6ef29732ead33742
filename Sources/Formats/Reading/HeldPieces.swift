internal import Discussion

/// Comments that came before what they are about, up to a limit.
struct HeldPieces {
    private(set) var pieces: [SourcePiece] = []
    private var bytes = 0

    /// Whether no more may be held.
    var isFull: Bool { bytes > SourceLimits.heldBytes }

    mutating func hold(_ new: [SourcePiece]) {
        pieces += new
        bytes += new.reduce(0) { $0 + Self.bytes(of: $1) }
    }

    /// All of them, of which none is held any more.
    mutating func release() -> [SourcePiece] {
        defer { self = HeldPieces() }
        return pieces
    }

    private static func bytes(of piece: SourcePiece) -> Int {
        guard case .comment(let comment) = piece else { return 100 }
        return comment.paragraphs.reduce(200) { $0 + $1.utf8.count }
    }
}
