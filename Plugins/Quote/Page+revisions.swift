internal import struct Foundation.Date
internal import PluginAPI

extension Page {
    /// All revisions of the statement, oldest first.
    func revisions() async throws -> [StatementRevision] {
        try await discussion.statements().first(where: \.isFollowed)?.revisions
            ?? [statement.revision ?? StatementRevision(number: 1, importedAt: nil, digest: "")]
    }

    /// The same page with the text that somebody asks for.
    ///
    /// - Parameters:
    ///   - text: A day or a number, as it was typed.
    ///   - command: What to type with another: `quote 4 --at`.
    func at(_ text: String, inPlaceOf command: String) async throws -> Page {
        let revisions = try await revisions()
        let revision = try revision(text, among: revisions, inPlaceOf: command)
        guard let other = try await discussion.statement(revision: revision.number) else {
            throw missing(revision.number, of: revisions.count, inPlaceOf: command)
        }
        let edition = Edition(revision: revision, count: revisions.count, zone: context.zone)
        return Page(statement: other, edition: edition, context: context)
    }

    /// The revision that somebody names by a day or a number.
    func revision(
        _ text: String,
        among revisions: [StatementRevision],
        inPlaceOf command: String
    ) throws(UsageError) -> StatementRevision {
        guard let choice = RevisionChoice(text, zone: context.zone) else {
            throw UsageError(
                "\"\(text.repeated())\" is no date and no revision. Type year, month and day, as in "
                    + "\(typed("\(command) \(day(revisions.last?.importedAt ?? context.now))")), or the number of a "
                    + "revision, as in \(typed("\(command) 1"))."
            )
        }
        if let revision = choice.revision(among: revisions) { return revision }
        if case .number(let number) = choice {
            throw missing(number, of: revisions.count, inPlaceOf: command)
        }
        throw tooEarly(first: revisions.first?.importedAt ?? context.now, inPlaceOf: command)
    }

    func missing(_ number: Int, of count: Int, inPlaceOf command: String) -> UsageError {
        UsageError(
            "There is no revision \(number); this statement has \(count.of("revision")). Try "
                + "\(typed("\(command) \(min(max(number, 1), count))"))."
        )
    }

    private func tooEarly(first: Date, inPlaceOf command: String) -> UsageError {
        UsageError(
            "This statement was not here yet on that day: its first revision was imported "
                + "\(first.day(in: context.zone)). Try \(typed("\(command) \(day(first))"))."
        )
    }

    private func day(_ date: Date) -> String { RevisionChoice.typed(date, in: context.zone) }
}
