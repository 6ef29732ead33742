internal import Discussion

/// Revisions of statements that were decoded already, by their rows. Their text is never edited, so what stands here is
/// true.
///
/// An actor, because it is not in the store: the row alone is the truth.
actor StatementShelf {
    /// Bounded: a bot follows a handful of statements at a time.
    private static let mostStatements = 8
    private var statements: [Int64: Statement] = [:]

    subscript(id: Int64) -> Statement? { statements[id] }

    func put(_ statement: Statement, id: Int64) {
        if statements.count >= Self.mostStatements { statements = [:] }
        statements[id] = statement
    }

    /// After an import, which may have told who published a text.
    func empty() { statements = [:] }
}
