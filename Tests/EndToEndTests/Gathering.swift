import Foundation
import MatrixTypes
import Testing

/// An afternoon in three rooms: people talk and ask, and something is scheduled for the next morning.
struct Gathering: Sendable {
    let world: World
    let rooms: [RoomID]
    /// A day ahead: the bot's clock when the scheduled time has passed.
    static let nextDay = 86_400

    private static let lines = [
        "!quote 4.1",
        "Calling it a proxy war forgets the people under the bombs.",
        "!quote 6",
        "!summary --words 40",
        "And disbanding NATO would have stopped the tanks?",
        "!quote 19",
        "!comments",
        "It would have taken away their pretext, at least.",
        "!quote title",
    ]
    private static let timetabled = "quote 7.1"

    /// Opens the rooms, switches their archives on, and has a moderator schedule a quotation.
    init(_ world: World) async throws {
        self.world = world
        let rooms = [world.room, world.openRoom("garden"), world.openRoom("kitchen")]
        self.rooms = rooms
        try await world.bot {
            for room in rooms { try world.say("!archive on", as: world.mod, in: room) }
            let hour = (Calendar.utc.component(.hour, from: Date()) + 6) % 24
            try await world.ask("!schedule daily \(hour):00 --missed once \(Self.timetabled)", as: world.mod)
            try await world.settles()
        }
    }

    /// Everybody says their lines.
    ///
    /// - Returns: The commands among them.
    func talk() throws -> [EventID] {
        try Self.lines.flatMap { line in
            try rooms.compactMap { room in
                let event = try world.say(line, as: line.hasPrefix("!") ? world.ada : world.ben, in: room)
                return line.hasPrefix("!") ? event : nil
            }
        }
    }

    /// Waits until all is answered that was asked, by people and by the schedule.
    func settles(_ commands: [EventID]) async throws {
        try await world.untilAnswered(commands)
        try await world.until("the schedule has run") { !timetabledAnswers.isEmpty }
        try await world.settles()
    }

    var timetabledAnswers: [World.Answer] {
        world.answers().filter { $0.repliesTo == nil && $0.text.hasPrefix("Scheduled by ") }
    }

    /// Looks from outside, when the bot is gone.
    func check(_ commands: [EventID]) async throws {
        #expect(world.replyCounts(of: commands) == commands.map { _ in 1 }, "each command is answered once")
        #expect(timetabledAnswers.count == 1, "the schedule runs once")
        for room in rooms {
            #expect(
                world.quotations(in: room) == commands.filter(world.asksForQuotation(in: room)),
                "in order"
            )
        }
        for audit in try await world.audits() where rooms.contains(audit.room) {
            let talk = Self.lines.count { !$0.hasPrefix("!") }
            #expect(
                audit.counts == .init(messages: talk, comments: talk, unreadable: 0, gaps: 0),
                "\(audit.room)"
            )
        }
        try await world.expectNothingLeft()
    }
}

extension Calendar {
    static var utc: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }
}
