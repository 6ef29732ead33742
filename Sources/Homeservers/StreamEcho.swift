internal import MatrixTypes

/// An event of ours that has come back, and the name under which it was sent.
struct StreamEcho: Hashable, Sendable {
    let name: String
    let event: EventID

    /// The echoes that the homeserver marks with our transaction id.
    ///
    /// - Parameter text: A batch that could be read.
    static func byTransaction(in text: [UInt8], of account: UserID) -> [StreamEcho] {
        guard let rooms = try? JSONSlice(text).members()["rooms"]?.members()["join"]?.members() else {
            return []
        }
        return rooms.values.flatMap { room in
            let timeline = (try? room.members()["timeline"]?.members()["events"]?.elements()) ?? []
            return timeline.compactMap { StreamEcho($0, of: account) }
        }
    }

    private init?(_ slice: JSONSlice, of account: UserID) {
        guard let event = try? slice.members(), event["sender"]?.plainString == account.rawValue,
            let id = event["event_id"]?.plainString,
            let name = (try? event["unsigned"]?.members())?["transaction_id"]?.plainString
        else { return nil }
        self.init(name: name, event: EventID(id))
    }

    init(name: String, event: EventID) {
        self.name = name
        self.event = event
    }
}

extension SyncBatch {
    /// The events of ours that bear the name of a row in their content.
    func echoes(of account: UserID) -> [StreamEcho] {
        rooms.filter { $0.membership == .join }.flatMap { room in
            room.timeline.compactMap { event in
                guard event.sender == account, case .message(let message) = event.content,
                    let name = message.rowName
                else { return nil }
                return StreamEcho(name: name, event: event.id)
            }
        }
    }
}
