internal import Foundation
internal import PluginAPI

/// What the archive remembers besides the comments: which rooms are on, and who has left.
struct Memory {
    /// Whether a room is kept.
    struct Switch: Codable {
        let on: Bool
        /// When it was switched, in milliseconds since 1970; nil where nobody did.
        let since: Int64?
        /// Who switched it.
        let by: UserID?

        var date: Date? { since.map { Date(timeIntervalSince1970: Double($0) / 1000) } }
    }

    let context: PluginContext

    /// Whether the room is kept: as somebody said last, or else as the configuration says.
    func roomSwitch() async throws -> Switch {
        guard let json = try await context.state.value(roomKey) else {
            return Switch(on: context.settings.isOn("on_by_default"), since: nil, by: nil)
        }
        return try JSONDecoder().decode(Switch.self, from: Data(json.utf8))
    }

    func switching(on: Bool, by person: UserID) throws -> Action {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(Switch(on: on, since: context.now.milliseconds, by: person))
        return .set(key: roomKey, value: String(decoding: json, as: UTF8.self), sources: [])
    }

    /// Whether somebody has left, in whichever room they said so.
    func hasOptedOut(_ person: UserID) async throws -> Bool {
        try await context.state.value(Self.optOutKey(of: person)) != nil
    }

    func optingOut(_ person: UserID) -> Action {
        .set(key: Self.optOutKey(of: person), value: "\(context.now.milliseconds)", sources: [])
    }

    func optingIn(_ person: UserID) -> Action {
        .set(key: Self.optOutKey(of: person), value: nil, sources: [])
    }

    /// Whether somebody asked, less than ten minutes ago, to be forgotten in this room, or in every room.
    func hasAskedToForget(_ person: UserID, everywhere: Bool) async throws -> Bool {
        let key = forgetKey(of: person, everywhere: everywhere)
        guard let asked = try await context.state.value(key).flatMap({ Int64($0) }) else { return false }
        return (0...Self.patience).contains(context.now.milliseconds - asked)
    }

    func askingToForget(_ person: UserID, everywhere: Bool) -> Action {
        let key = forgetKey(of: person, everywhere: everywhere)
        return .set(key: key, value: "\(context.now.milliseconds)", sources: [])
    }

    func endingQuestion(to person: UserID, everywhere: Bool) -> Action {
        .set(key: forgetKey(of: person, everywhere: everywhere), value: nil, sources: [])
    }

    /// The message that a moderator's reaction decided about; nil where it decided nothing.
    func decided(by reaction: EventID) async throws -> EventID? {
        try await context.state.value("decided/\(reaction)").map { EventID($0) }
    }

    func deciding(about message: EventID?, by reaction: EventID) -> Action {
        .set(key: "decided/\(reaction)", value: message?.rawValue, sources: [])
    }

    /// Ten minutes in milliseconds.
    private static let patience: Int64 = 600_000

    private var roomKey: String { "room/\(context.room.id)" }

    private static func optOutKey(of person: UserID) -> String { "optout/\(person)" }

    /// With the room: what was asked in one room is not confirmed in another.
    private func forgetKey(of person: UserID, everywhere: Bool) -> String {
        "forget/\(person)/\(everywhere ? "everywhere" : context.room.id.rawValue)"
    }
}

extension Date {
    fileprivate var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
