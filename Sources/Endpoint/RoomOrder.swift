internal import MatrixTypes
internal import Networking

/// Lets requests that are under way side by side go one after another within a room.
final class RoomOrder: Sendable {
    /// A place behind the request before it in the same room.
    struct Place: Sendable {
        fileprivate let before: AsyncStream<Void>?
        fileprivate let done: AsyncStream<Void>.Continuation
        fileprivate let room: RoomID
        fileprivate let number: Int
        fileprivate let order: RoomOrder

        /// Returns when the one before has left, or the caller is cancelled.
        func waitForTurn() async {
            guard let before else { return }
            for await _ in before {}
        }

        func leave() {
            done.finish()
            order.ends.use { ends in
                if ends.last[room]?.number == number { ends.last[room] = nil }
            }
        }
    }

    fileprivate struct Ends: Sendable {
        var count = 0
        var last: [RoomID: (number: Int, left: AsyncStream<Void>)] = [:]
    }

    fileprivate let ends = Guarded(Ends())

    /// The next place in a room. Who has one must leave it.
    func place(in room: RoomID) -> Place {
        let (left, done) = AsyncStream.makeStream(of: Void.self)
        let (before, number) = ends.use { ends in
            ends.count += 1
            let before = ends.last[room]?.left
            ends.last[room] = (ends.count, left)
            return (before, ends.count)
        }
        return Place(before: before, done: done, room: room, number: number, order: self)
    }
}
