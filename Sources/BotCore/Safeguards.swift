/// What keeps messages from being lost or doubled. All of it is always on; a debug build can leave some out,
/// named in `RAPPORTEUR_WITHOUT`, so that a test can show that the kill test fails without each.
package struct Safeguards: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// A position goes to disk in the same transaction as its events.
    package static let positionWithEvents = Safeguards(rawValue: 1)
    /// An input is taken off in the same transaction in which its actions are written.
    package static let actionsWithInput = Safeguards(rawValue: 2)
    /// The transaction id of a message follows from its cause.
    package static let stableNames = Safeguards(rawValue: 4)
    /// The echo of a message settles its row, and nothing leaves before the first batch is written.
    package static let echoes = Safeguards(rawValue: 8)

    package static let all: Safeguards = [.positionWithEvents, .actionsWithInput, .stableNames, .echoes]

    /// - Parameter without: The value of `RAPPORTEUR_WITHOUT`; a release build ignores it.
    package init(without: String?) {
        self = .all
        #if DEBUG
            let names: [String: Safeguards] = [
                "position-with-events": .positionWithEvents, "actions-with-input": .actionsWithInput,
                "stable-names": .stableNames, "echoes": .echoes,
            ]
            for name in (without ?? "").split(separator: ",") { subtract(names[String(name)] ?? []) }
        #endif
    }
}
