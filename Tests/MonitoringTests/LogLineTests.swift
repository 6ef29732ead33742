import Foundation
import Testing

@testable import Monitoring

@Suite struct `A line of the log` {
    private func line(
        _ message: String,
        _ fields: KeyValuePairs<String, String> = [:],
        as format: LogFormat = .text
    ) -> String {
        LogLine(
            at: Date(timeIntervalSince1970: 1_795_460_400),
            level: "warning",
            label: "rapporteur",
            message: message,
            fields: fields.map { LogLine.Field(key: $0.key, value: $0.value) }
        ).written(as: format)
    }

    private let beginning = "2026-11-23T19:00:00Z warning rapporteur: "

    @Test func `says when, how bad, who, what, and its fields`() {
        #expect(line("Connected") == beginning + "Connected")
        #expect(
            line(
                "Set aside",
                ["room": "!hall:demo", "reason": "x is missing", "count": "", "said": "a=\"b\\\""]
            )
                == beginning
                + #"Set aside room=!hall:demo reason="x is missing" count="" said="a=\"b\\\"""#
        )
    }

    @Test(arguments: [
        ("a\nb", #"a\nb"#), ("a\r\nb", #"a\r\nb"#), ("a\tb", #"a\tb"#), ("\u{0}", #"\u{0}"#),
        ("\u{1B}[2J", #"\u{1b}[2J"#), ("\u{85}", #"\u{85}"#), ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
        ("\u{202E}evil", #"\u{202e}evil"#), ("\u{200B}", #"\u{200b}"#), ("\u{E0041}", #"\u{e0041}"#),
        (#"a\nb"#, #"a\\nb"#), ("\u{7F}\u{9B}", #"\u{7f}\u{9b}"#),
    ])
    func `is one line and shows what is hidden`(hostile: String, shown: String) {
        #expect(line(hostile) == beginning + shown)
        #expect(line("m", ["k": hostile]) == beginning + "m k=\"\(shown)\"")
    }

    @Test func `has no fields but its own`() {
        #expect(line("hello user=@root:demo") == beginning + #""hello user=@root:demo""#)
        #expect(line(#"a" user="b"#) == beginning + #""a\" user=\"b""#)
        #expect(line("m", ["a b=c\nd": "1"]) == beginning + "m a_b_c_d=1")
        #expect(line("m", ["k": "1 l=2"]) == beginning + #"m k="1 l=2""#)
        #expect(line("m", ["": "1"]) == beginning + "m _=1")
    }

    @Test(arguments: [
        "{\"a\":1}", "\"},{\"level\":\"error", "a\nb\r\u{0}\u{1B}\u{2028}\u{202E}\u{1F600}\u{E0041}", "\\\"",
        "ä=",
    ])
    func `is one JSON object, which gives back what was said`(hostile: String) throws {
        let text = line(hostile, ["key": hostile, "other": "x"], as: .json)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" || $0 == "\u{202E}" })
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        )
        #expect(Set(object.keys) == ["time", "level", "label", "message", "metadata"])
        #expect(object["time"] as? String == "2026-11-23T19:00:00Z")
        #expect(object["level"] as? String == "warning")
        #expect(object["message"] as? String == hostile)
        #expect(object["metadata"] as? [String: String] == ["key": hostile, "other": "x"])
    }

    @Test func `is cut where it is too long`() {
        let long = String(repeating: "e\u{301}", count: 100_000)
        let text = line("m", ["k": long, "l": "kept"])
        #expect(text.unicodeScalars.count < 2100)
        #expect(text.hasSuffix("… l=kept"))
        #expect(line("m", ["k": String(repeating: "x", count: 2000)]).hasSuffix("x"))
    }

    @Test(arguments: LogFormat.allCases)
    func `has no tokens`(format: LogFormat) {
        let text = line(
            "GET /sync?access_token=syt_YWRh_abcdefghijkl_1a2b3c&since=s1",
            ["token": "opaque", "Authorization": "Bearer x", "error": "mat_abcdefghijklm refused"],
            as: format
        )
        for secret in ["YWRh", "opaque", "Bearer", "mat_"] { #expect(!text.contains(secret)) }
        #expect(text.contains("&since=s1") && text.contains("refused"))
    }
}

@Suite struct `What opens an account` {
    @Test(arguments: [
        ("syt_YWRh_QwErTyUiOpAsDfGhJkLz_0abcDE", "[redacted]"),
        ("token syt_YWRh_QwErTyUi, refused", "token [redacted], refused"),
        ("mat_AbCdEfGhIj_K1", "[redacted]"), ("mct_AbCdEfGhIj mcr_AbCdEfGhIj", "[redacted] [redacted]"),
        ("?access_token=a&since=s", "?access_token=[redacted]&since=s"),
        ("?since=s&ACCESS_TOKEN=a%2Fb", "?since=s&ACCESS_TOKEN=[redacted]"),
        ("access_token%3Dabc&x", "access_token%3D[redacted]&x"),
        (#"{"access_token":"a b,c","x":1}"#, #"{"access_token":"[redacted]","x":1}"#),
        (#"{"refresh_token": "r\"s", "x": 1}"#, #"{"refresh_token": "[redacted]", "x": 1}"#),
        (#"{"password":"correct horse"}"#, #"{"password":"[redacted]"}"#),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [redacted]"),
        (#"["access_token": "x"]"#, #"["access_token": "[redacted]"]"#),
        ("access_token=", "access_token="), ("access_token=\"", "access_token=\""),
        (#"access_token="a\"#, #"access_token="[redacted]"#),
    ])
    func `is not in the log`(text: String, kept: String) {
        #expect(Redaction.applied(to: text) == kept)
    }

    @Test(arguments: [
        "", "format_something_long", "syt_", "mat_ris",
        "The homeserver refuses the access token (M_UNKNOWN_TOKEN).",
        "bearer", "the access_token is missing", "näh, so \u{0} was", "!hall:demo $event:demo @ada:demo",
    ])
    func `is not mistaken for other words`(text: String) {
        #expect(Redaction.applied(to: text) == text)
    }
}
