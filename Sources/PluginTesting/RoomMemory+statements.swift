internal import PluginAPI

extension RoomMemory {
    /// The statement that the room follows, in its latest revision.
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
}
