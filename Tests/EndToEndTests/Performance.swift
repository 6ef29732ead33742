import Endpoint
import Foundation
import MatrixTypes
import Networking

/// A transcript as it is played: with the real bot, and with its answers written down as they come.
final class Performance: Sendable {
    private struct State {
        var offset: TimeInterval = 0
        var events: [String: EventID] = [:]
        var lastAnswer: EventID?
        var heard: Set<EventID> = []
    }

    private let transcript: Transcript
    private let state = Guarded(State())
    /// From the clock of the transcript to the one on the wall, in seconds.
    private let distance: TimeInterval

    init(_ transcript: Transcript) {
        self.transcript = transcript
        distance = transcript.start.timeIntervalSinceNow
    }

    /// Plays all of it.
    ///
    /// - Returns: For each line of the bot its words as they are written, and as they came. A line that is written
    ///   and was not said, or was said and is not written, has nil on one side.
    func play() async throws -> [(number: Int, written: String?, said: String?)] {
        let results = Results([])
        let clock: @Sendable () -> Date = { [distance, state] in
            Date(timeIntervalSinceNow: distance + state.use { $0.offset })
        }
        try await World.run(now: clock) { world in
            var child: ChildProcess?
            for scene in self.scenes {
                child = try await self.play(scene, in: world, bot: child, results: results)
            }
            if let child { try await self.stop(child, in: world) }
        }
        return results.use { $0 }
    }

    /// What somebody does, and what the bot says to it before the next does something.
    private struct Scene: Sendable {
        let action: Transcript.Line?
        var answers: [Transcript.Line] = []
    }

    private var scenes: [Scene] {
        var scenes: [Scene] = [Scene(action: nil)]
        for line in transcript.lines {
            if line.kind == .bot {
                scenes[scenes.count - 1].answers.append(line)
            } else {
                scenes.append(Scene(action: line))
            }
        }
        return scenes
    }

    private typealias Results = Guarded<[(number: Int, written: String?, said: String?)]>

    private func play(_ scene: Scene, in world: World, bot: ChildProcess?, results: Results) async throws
        -> ChildProcess?
    {
        var bot = bot
        switch scene.action?.kind {
        case nil, .back:
            bot = try await startBot(in: world)
        case .away:
            if let child = bot { try await stop(child, in: world) }
            bot = nil
        case .later(let seconds):
            state.use { $0.offset += seconds }
        case .person(let person, let act):
            try perform(act, by: person, scene.action, in: world)
        case .bot:
            break
        }
        guard bot != nil else { return nil }
        try await note(scene, in: world, results)
        return bot
    }

    private func startBot(in world: World) async throws -> ChildProcess {
        let offset = distance + state.use { $0.offset }
        let lines = transcript.isArchived ? "archive:\n  on_by_default: true\n" : ""
        let child = try world.start(Start(clockOffset: Int(offset), configuration: lines))
        try await world.until("the bot is connected") { child.errors.contains("Connected") }
        return child
    }

    private func stop(_ child: ChildProcess, in world: World) async throws {
        child.signal(SIGTERM)
        try await world.untilEnded(child)
        world.end(child)
    }

    private func perform(
        _ act: Transcript.Line.Act,
        by person: String,
        _ line: Transcript.Line?,
        in world: World
    ) throws {
        guard let line else { return }
        let user = try guest(person, in: world)
        let event: EventID
        switch act {
        case .says: event = try world.say(line.words, as: user)
        case .replies(let name):
            event = try world.say(line.words, as: user, relation: .reply(to: try self.event(name, line)))
        case .inThread(let name):
            event = try world.say(
                line.words,
                as: user,
                relation: .thread(root: try self.event(name, line), replyTo: nil)
            )
        case .edits(let name):
            event = try world.homeserver.edit(
                try self.event(name, line),
                to: line.words,
                as: user,
                in: world.room
            )
        case .deletes(let name):
            event = try world.homeserver.redact(
                try self.event(name, line),
                reason: nil,
                transaction: nil,
                in: world.room,
                as: user
            )
        }
        if let name = line.name { state.use { $0.events[name] = event } }
    }

    /// Whoever speaks is in the room.
    private func guest(_ name: String, in world: World) throws -> UserID {
        let user = world.homeserver.addPerson(name, displayName: name.capitalized).userID
        if !world.homeserver.joinedRooms(of: user).contains(world.room) {
            try world.homeserver.invite(user, to: world.room, by: world.mod)
            try world.homeserver.join(world.room, as: user)
        }
        return user
    }

    private func event(_ name: String, _ line: Transcript.Line) throws -> EventID {
        let found = state.use { name == "bot" ? $0.lastAnswer : $0.events[name] }
        guard let found else {
            throw Transcript.Unreadable(description: "Line \(line.number): nothing is named \(name).")
        }
        return found
    }

    /// Waits for as many answers as are written; then, by a question in another room, makes sure that no more come.
    private func note(_ scene: Scene, in world: World, _ results: Results) async throws {
        let count = scene.answers.count
        do {
            try await world.until("the bot answers line \(scene.action?.number ?? 0)", within: .seconds(15)) {
                self.newAnswers(in: world).count >= count
            }
        } catch is World.Disappointment {}
        try await world.settles([try corridor(of: world)])
        let said = newAnswers(in: world)
        state.use { state in
            state.heard.formUnion(said.map(\.event))
            state.lastAnswer = said.last?.event ?? state.lastAnswer
            for (line, answer) in zip(scene.answers, said) {
                if let name = line.name { state.events[name] = answer.event }
            }
        }
        for index in 0..<max(count, said.count) {
            let written = index < count ? scene.answers[index].words : nil
            let number = index < count ? scene.answers[index].number : scene.action?.number ?? 0
            let answer = index < said.count ? words(of: said[index], to: scene.action) : nil
            results.use { $0.append((number, written, answer)) }
        }
    }

    /// The answer's words, with a note where it does not stand in the thread in which it was asked for.
    private func words(of answer: World.Answer, to action: Transcript.Line?) -> String {
        var thread: EventID?
        if case .person(_, .inThread(let name))? = action?.kind { thread = state.use { $0.events[name] } }
        return answer.content.relation?.threadRoot == thread ? answer.text : "(elsewhere) " + answer.text
    }

    private func newAnswers(in world: World) -> [World.Answer] {
        let heard = state.use { $0.heard }
        return world.answers(in: [world.room]).filter { !heard.contains($0.event) }
    }

    /// A room apart, in which a question does not disturb.
    private func corridor(of world: World) throws -> RoomID {
        let id = RoomID("!corridor:demo")
        return world.homeserver.joinedRooms(of: world.mod).contains(id) ? id : world.openRoom("corridor")
    }
}
