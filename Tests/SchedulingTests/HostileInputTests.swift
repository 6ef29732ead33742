import PluginTesting
import Quote
import Scheduling
import Testing

@Suite struct `Bad input to the schedule plugin` {
    static let inputs: [String: String] = [
        "60,000 letters": String(repeating: "x", count: 60_000),
        "60,000 letters of command": "daily 9:00 quote " + String(repeating: "peace ", count: 10_000),
        "60,000 digits": "remove " + String(repeating: "4", count: 60_000),
        "a long expression": "add \"" + String(repeating: "1,", count: 20_000) + "2 * * * *\" statement",
        "an open quotation mark": "add \"0 18 * * mon statement", "an empty expression": "add \"\" statement",
        "nothing to add": "add",
        "accents": "daily 9:00 quote e" + String(repeating: "\u{301}", count: 10_000),
        "a turned text": "daily 9:00 \u{202E}yrammus", "backticks": "daily 9:00 `", "emoji": "🕊️ 🕊️ 🕊️",
        "a negative number": "remove -1", "control characters": "weekly \u{0}\u{1} 9:00 statement",
        "a long zone": "--zone " + String(repeating: "Z", count: 60_000) + " daily 9:00 statement",
    ]

    @Test(arguments: inputs.keys.sorted())
    func `gets a short answer`(name: String) async throws {
        let input = try #require(Self.inputs[name])
        let room = try PluginHarness(
            QuotePlugin(),
            SchedulePlugin(),
            discussing: "on-the-invasion-of-ukraine"
        )
        let answers = try await room.say("!schedule \(input)", powerLevel: 50)
        let answer = try #require(answers.first)
        #expect(answer.unicodeScalars.count < 700)
        let isHarmless = answer.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar.value >= 0x20 && !(0x202A...0x202E).contains(scalar.value)
        }
        #expect(isHarmless)
        #expect(answer.count { $0 == "`" } % 2 == 0)
    }
}
