import Foundation
import PluginAPI
import Testing

@Suite struct `What somebody typed, repeated` {
    @Test(arguments: [
        ("  two \n\t words ", "two words"),
        ("a`b`", "a’b’"),
        ("\u{0}a\u{1B}[31mb\u{7F}", "a[31mb"),
        ("\u{202E}evil\u{202C}", "evil"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}"),
        ("abcdefghijk", "abcdefghij…"),
    ])
    func `is one harmless line`(typed: String, repeated: String) {
        #expect(typed.repeated(upTo: 10) == repeated)
    }

    @Test func `is short, however many marks stand on a letter or between two`() {
        let marks = String(repeating: "\u{301}", count: 10_000)
        #expect("e\(marks)f".repeated().unicodeScalars.count == 6)
        #expect("a\(String(repeating: "\u{200E}", count: 10_000))b".repeated() == "ab")
        #expect(String(repeating: "x", count: 60_000).repeated(upTo: 5) == "xxxxx…")
    }
}

@Suite struct `An instant in words` {
    @Test(arguments: [
        (1_645_790_400.0, "UTC", "Friday 25 February 2022, 12:00"),
        (1_648_342_799, "Europe/London", "Sunday 27 March 2022, 00:59"),
        (1_648_342_800, "Europe/London", "Sunday 27 March 2022, 02:00"),
        (951_782_400, "America/New_York", "Monday 28 February 2000, 19:00"),
    ])
    func `follows the clocks of its zone`(seconds: Double, zone: String, words: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        #expect(Date(timeIntervalSince1970: seconds).words(in: zone) == words)
        #expect(Date(timeIntervalSince1970: seconds).day(in: zone) == words.prefix { $0 != "," })
    }
}
