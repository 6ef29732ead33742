internal import struct Foundation.TimeZone
internal import PluginAPI

/// A revision of the statement that somebody asked for.
struct Edition {
    let revision: StatementRevision
    /// How many revisions there are.
    let count: Int
    /// On whose clock its day is said.
    let zone: TimeZone

    /// `revision 1 of 3, imported Friday 25 February 2022`.
    var words: String { revision.words(in: zone, of: count) }

    /// With which the same revision is asked for again.
    var option: String { " --at \(revision.number)" }
}

extension StatementRevision {
    /// `revision 1 of 3, imported Friday 25 February 2022`; without the day where nobody wrote it down.
    func words(in zone: TimeZone, of count: Int? = nil) -> String {
        "revision \(number)" + (count.map { " of \($0)" } ?? "")
            + (importedAt.map { ", imported \($0.day(in: zone))" } ?? "")
    }
}
