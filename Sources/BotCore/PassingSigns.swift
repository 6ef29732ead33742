internal import BotStore
internal import MatrixTypes

/// Shows people that their command was read and that an answer is on its way, where it takes long: an answer that
/// comes at once says both, and each sign costs the homeserver as much as a message.
///
/// Signs may be lost, and are, where more is asked than can be shown: the answers matter more.
struct PassingSigns: Sendable {
    let store: Store
    let clock: BotClock
    private let commands: AsyncStream<[RoomID: EventID]>
    private let added: AsyncStream<[RoomID: EventID]>.Continuation

    /// Whoever waits for longer is told that there is something to wait for.
    private static let patience = Duration.milliseconds(1500)

    init(store: Store, clock: BotClock) {
        self.store = store
        self.clock = clock
        (commands, added) = AsyncStream.makeStream(
            of: [RoomID: EventID].self,
            bufferingPolicy: .bufferingNewest(4)
        )
    }

    /// - Parameter commands: The last command of each room.
    func add(_ commands: [RoomID: EventID]) {
        if !commands.isEmpty { added.yield(commands) }
    }

    /// Shows what is added, until the task is cancelled.
    func run(over connection: any HomeserverConnection) async {
        await withDiscardingTaskGroup { group in
            for await commands in commands {
                for (room, event) in commands {
                    group.addTask { await show(event, in: room, over: connection) }
                }
            }
            group.cancelAll()
        }
    }

    private func show(_ event: EventID, in room: RoomID, over connection: any HomeserverConnection) async {
        do {
            try await clock.sleep(Self.patience)
            guard try await !store.isSettled(event) else { return }
        } catch {
            return  // the connection ends, or the store cannot be read: nobody is to be told of that here
        }
        await connection.show(.read(event), in: room)
        await connection.show(.typing(true), in: room)
    }
}
