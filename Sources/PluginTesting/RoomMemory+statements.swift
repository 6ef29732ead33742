internal import struct Foundation.Date
internal import PluginAPI

extension RoomMemory {
    /// The number of the statement that the room follows: the one that it chose, or else the newest.
    var followed: Int { chosen ?? statements.count }

    /// That statement, in its latest revision.
    var statement: Statement { statements[followed - 1].last ?? statements[0][0] }

    /// Another revision of it.
    func revision(_ number: Int) -> Statement? {
        statements[followed - 1].first { $0.revision?.number == number }
    }

    /// The list of statements.
    var entries: [StatementEntry] {
        statements.enumerated().map { position, revisions in
            StatementEntry(
                number: position + 1,
                title: revisions.last?.title ?? "",
                revisions: revisions.compactMap(\.revision),
                isFollowed: position + 1 == followed
            )
        }
    }

    /// A new revision of the statement that is followed.
    mutating func revise(_ statement: Statement, at now: Date) {
        let number = statements[followed - 1].count + 1
        statements[followed - 1].append(
            statement.at(StatementRevision(number: number, importedAt: now, digest: ""))
        )
    }

    /// Another statement with the comments on its page, at the end of the list.
    mutating func add(_ statement: Statement, comments: [Comment], at now: Date) {
        let revision = statement.revision ?? StatementRevision(number: 1, importedAt: now, digest: "")
        statements.append([statement.at(revision)])
        pageComments += comments.map { PageComment($0, below: statements.count) }
    }
}
