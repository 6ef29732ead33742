#if DEBUG
    import BotCore
    import Endpoint
    import Foundation
    import Testing

    extension EndToEnd {
        /// Each safeguard is left out in turn, to show that the kill tests would notice.
        @Suite struct `Without its safeguards a killed bot` {
            @Test(arguments: [(nil, 1), ("position-with-events", 0)] as [(String?, Int)])
            func `loses what was said before the position moved`(without: String?, replies: Int) async throws
            {
                try await World.run { world in
                    let command = try world.say("!quote 4.1")
                    // The second time: between the position and its events, where they are written apart.
                    let point = without == nil ? "before-write-1" : "before-write-1:2"
                    try await world.bot(killedAt: .beforeWrite1, Start(killedAt: point, without: without))
                    try await world.bot { try await world.settles() }
                    #expect(world.replies(to: command).count == replies)
                }
            }

            @Test(arguments: [(nil, 1), ("actions-with-input", 0)] as [(String?, Int)])
            func `loses what was taken off before it was written`(without: String?, replies: Int) async throws
            {
                try await World.run { world in
                    let command = try world.say("!quote 4.1")
                    try await world.bot(killedAt: .betweenWrites2, Start(without: without))
                    try await world.bot {
                        if replies > 0 { try await world.untilAnswered([command]) }
                        try await world.settles()
                    }
                    #expect(world.replies(to: command).count == replies)
                }
            }

            /// Stable names and echoes each do, as long as the homeserver remembers; then only echoes do.
            @Test(
                arguments: [
                    (nil, false, 1), ("stable-names", false, 1), ("echoes", false, 1),
                    ("stable-names,echoes", false, 2),
                    (nil, true, 1), ("stable-names", true, 1), ("echoes", true, 2),
                ] as [(String?, Bool, Int)]
            )
            func `says twice what has left already`(without: String?, forgets: Bool, replies: Int)
                async throws
            {
                try await World.run { world in
                    let command = try world.say("!quote 4.1")
                    let start = Start(without: without)
                    try await world.bot(killedAt: .afterSend, start)
                    if forgets { world.homeserver.forgetTransactions() }
                    try await world.bot(start) { try await world.settles() }
                    #expect(world.replies(to: command).count == replies)
                    try await world.expectNothingLeft()
                }
            }
        }
    }
#endif
