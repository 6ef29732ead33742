import Endpoint
import Foundation
import MatrixTypes
import Testing

extension EndToEnd {
    @Suite struct `Bad input in the room` {
        /// An event as a broken or a wicked homeserver would send it.
        private struct Injection: Sendable, CustomTestStringConvertible {
            let what: String
            let bytes: [UInt8]
            var isUnreadable = true

            init(_ what: String, _ json: String, isUnreadable: Bool = true) {
                self.init(what, bytes: Array(json.utf8), isUnreadable: isUnreadable)
            }

            init(_ what: String, bytes: [UInt8], isUnreadable: Bool = true) {
                self.what = what
                self.bytes = bytes
                self.isUnreadable = isUnreadable
            }

            var testDescription: String { what }

            /// The same with an id of its own.
            func named(_ id: String) -> [UInt8] {
                guard let old = bytes.firstRange(of: "$bad".utf8) else { return bytes }
                var renamed = bytes
                renamed.replaceSubrange(old, with: id.utf8)
                return renamed
            }

            static let all: [Injection] = [
                Injection("no sender", event(#""body":"x""#).replacing(#""sender":"@ada:demo","#, with: "")),
                Injection(
                    "a number for a type",
                    event(#""body":"x""#).replacing(#""m.room.message""#, with: "7")
                ),
                Injection("no body", event(""), isUnreadable: true),
                Injection("a body that is a list", event(#""body":[1]"#)),
                Injection(
                    "a list for a content",
                    #"{"type":"m.room.message","event_id":"$bad","sender":"@a:b","origin_server_ts":1,"content":[]}"#
                ),
                Injection("a lone surrogate", event(#""body":"\ud800""#)),
                Injection(
                    "a time beyond all",
                    event(#""body":"x""#).replacing(
                        #""origin_server_ts":1"#,
                        with: #""origin_server_ts":1e400"#
                    )
                ),
                Injection("a control character", event("\"body\":\"\u{1}\"")),
                Injection("100,000 brackets", event(#""body":"x","n":"# + deep(100_000))),
                Injection(
                    "bytes that are no UTF-8",
                    bytes: Array(event(#""body":"?""#).utf8).map { $0 == UInt8(ascii: "?") ? 0xff : $0 }
                ),
                Injection(
                    "an unknown type",
                    #"{"type":"org.example","event_id":"$odd","sender":"@a:b","origin_server_ts":1,"content":{}}"#,
                    isUnreadable: false
                ),
            ]

            private static func event(_ content: String) -> String {
                #"{"type":"m.room.message","event_id":"$bad","sender":"@ada:demo","origin_server_ts":1,"#
                    + #""content":{"msgtype":"m.text",\#(content)}}"#
            }

            private static func deep(_ levels: Int) -> String {
                String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            }
        }

        @Test func `sets aside what cannot be read, and handles all else`() async throws {
            try await World.run { world in
                var commands: [EventID] = []
                for (number, injection) in Injection.all.enumerated() {
                    world.homeserver.inject(injection.named("$bad-\(number)"), into: world.room)
                    commands.append(try world.say("!quote \(number % 8 + 1)"))
                }
                let child = try world.start(Start())
                try await world.untilAnswered(commands)
                child.signal(SIGTERM)
                try await world.untilEnded(child)
                #expect(world.replyCounts(of: commands) == commands.map { _ in 1 })
                for (number, injection) in Injection.all.enumerated() where injection.isUnreadable {
                    #expect(child.errors.contains("event=$bad-\(number) "), "\(injection.what)")
                }
                #expect(try await world.audit().unreadable == Injection.all.count(where: \.isUnreadable))
            }
        }

        @Test(arguments: [
            "!quote " + String(repeating: "long ", count: 12_000),
            "!quote \u{202E}4.1\u{0007}",
            "!quote " + "e" + String(repeating: "\u{0301}", count: 10_000),
            "!quote <b>4.1</b> **bold** `code`",
            "!quote 9999999999999999999", "!quote 2-1", "!quote -", "!quote 🕊️", "!quote 0",
        ])
        func `is answered in a few words that are safe to show`(command: String) async throws {
            try await World.run { world in
                try await world.bot {
                    let answer = try await world.answer(to: try world.say(command))
                    #expect(answer.text.unicodeScalars.count < 1_600)
                    #expect(
                        !answer.text.unicodeScalars.contains {
                            "\u{202E}\u{0007}".unicodeScalars.contains($0)
                        }
                    )
                    #expect(answer.content.text.formattedBody?.contains("<b>") == false)
                    #expect(answer.content.text.msgtype == "m.notice")
                }
            }
        }
    }
}
