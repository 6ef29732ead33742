internal import Discussion
internal import Markup

/// Finds the pieces of a discussion in the events of a document.
protocol PieceFinder {
    /// What was found and not yet handed out.
    var pieces: [SourcePiece] { get set }

    mutating func take(_ event: MarkupEvent)

    /// Called once, at the end of the document or where it breaks off.
    mutating func finish()
}

extension MarkupReader {
    /// Hands out all that is found, also before a mistake in the document.
    mutating func read(
        _ finder: consuming some PieceFinder,
        _ body: (SourcePiece) async throws -> Void
    ) async throws {
        var finder = finder
        var failure: (any Error)?
        var isAtEnd = false
        while !isAtEnd {
            do {
                if let event = try next() { finder.take(event) } else { isAtEnd = true }
            } catch {
                failure = error
                isAtEnd = true
            }
            if isAtEnd { finder.finish() }
            guard !finder.pieces.isEmpty else { continue }
            let pieces = finder.pieces
            finder.pieces = []
            for piece in pieces { try await body(piece) }
        }
        if let failure { throw failure }
    }
}
