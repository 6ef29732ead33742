import PluginAPI
import PluginTesting
import Quote
import Testing

@Suite struct `Bad input to the quote plugin` {
    /// Named, since a report of tests should not hold 60,000 characters.
    static let inputs: [String: String] = [
        "a huge number": "9999999999999999999", "900 digits": String(repeating: "9", count: 900),
        "a hyphen": "-", "two hyphens": "--", "a hash": "#", "a negative label": "#-1",
        "too many parts": "4.1.2.3.4",
        "too many ends": "1-2-3-4", "60,000 letters of words": String(repeating: "peace ", count: 10_000),
        "60,000 letters": String(repeating: "x", count: 60_000),
        "60,000 digits": String(repeating: "4", count: 60_000),
        "10,000 accents": "e" + String(repeating: "\u{301}", count: 10_000),
        "a turned address": "\u{202E}4.1\u{202C}",
        "control characters": "\u{0}\u{1}\u{7}\u{1B}[31m", "Arabic in isolates": "\u{2067}مرحبا\u{2069}",
        "one mark": "\"", "one curly mark": "“", "an empty phrase": "\"\"", "backticks": "``` `!quote 4` ```",
        "HTML": "<script>alert(1)</script>", "a zero-width space": "\u{FEFF}", "a zero inside": "4\u{0}1",
        "a family": "\u{1F468}\u{200D}\u{1F469}",
    ]

    private static let commands = [
        "quote", "search", "comment", "comments", "quote 1 --at", "changes", "statement", "statement use",
    ]

    @Test(arguments: inputs.keys.sorted(), commands)
    func `gets a short answer that hides and turns nothing`(name: String, command: String) async throws {
        let input = try #require(Self.inputs[name])
        let room = try PluginHarness(QuotePlugin(), discussing: "on-the-invasion-of-ukraine")
        let answers = try await room.say("!\(command) \(input)", powerLevel: 50)
        #expect(answers.count == 1)
        let answer = try #require(answers.first)
        #expect(!answer.isEmpty)
        guard !answer.hasPrefix("> "), !answer.contains("places with") else { return }
        #expect(answer.unicodeScalars.count < 700)
        let isHarmless = answer.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || scalar.value >= 0x20 && !(0x202A...0x202E).contains(scalar.value)
                    && !(0x2066...0x2069).contains(scalar.value)
        }
        #expect(isHarmless)
        // An odd backtick would turn the rest of the sentence into code.
        #expect(answer.count { $0 == "`" } % 2 == 0)
    }
}
