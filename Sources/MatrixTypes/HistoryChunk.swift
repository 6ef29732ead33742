/// A page of a room's past, as `/messages` gives it.
package struct HistoryChunk: Sendable {
    package let events: [Event]
    package let unreadable: [SyncBatch.UnreadableEvent]
    /// Where the next page begins; nil at the end.
    package let end: String?

    /// Takes an answer apart. Events that cannot be decoded are set aside one by one.
    ///
    /// - Throws: ``JSONSlice/StructureError`` where the whole cannot be read.
    package init(reading body: [UInt8], room: RoomID) throws {
        let members = try JSONSlice(body).members()
        var events: [Event] = []
        var unreadable: [SyncBatch.UnreadableEvent] = []
        for slice in try members["chunk"]?.elements() ?? [] {
            switch slice.event(in: room) {
            case .success(let event): events.append(event)
            case .failure(let event): unreadable.append(event)
            }
        }
        self.events = events
        self.unreadable = unreadable
        end = try? members["end"]?.decoded(as: String.self)
    }
}
