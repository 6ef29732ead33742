import Foundation
import Testing

@testable import rapporteur

extension EndToEnd {
    @Suite struct `The summariser as a tool` {
        private static let lines = """
            {"id": "a", "document": "Ports", "comments": [{"id": "1", "author": "", "text": "The harbour of Odesa must stay open for ships."}]}

            {"id": 2, "comments": []}

            """

        @Test func `takes files, standard input, and what it finds there`() async throws {
            let page = try String(contentsOfFile: World.statement, encoding: .utf8)
            let named = try await Program.run("summarise", World.statement, "--words", "40")
            #expect(named.code == 0 && named.errors.isEmpty)
            #expect(named.output.hasPrefix("On the invasion of Ukraine\n\n") && named.output.contains("\n> "))
            #expect(named.output.hasSuffix(".\n") && named.output.contains("\n\nRead 5 comments"))
            for arguments in [
                ["summarise", "--words", "40"], ["summarise", "-", "--words", "40", "--input", "text"],
            ] {
                #expect(try await Program.run(arguments, input: page).output == named.output)
            }
            let text = try await Program.run("summarise", input: Self.lines)
            #expect(text.code == 0)
            #expect(
                text.output == """
                    a

                    > The harbour of Odesa must stay open for ships.
                    — #1

                    Read 1 comment, author unknown; quotes 1.


                    2

                    There are no comments to summarise.

                    Read 0 comments; quotes 0.

                    """
            )
        }

        @Test func `answers JSON Lines with JSON Lines, in order`() async throws {
            let many = (0..<100).map {
                #"{"id": \#($0), "comments": [{"id": 1, "text": "Harbour \#($0) must stay open."}]}"#
            }
            let result = try await Program.run("summarise", "--jsonl", input: many.joined(separator: "\n"))
            #expect(result.code == 0 && result.errors.isEmpty)
            let answers = try result.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(answers.compactMap { $0["id"] as? String } == (0..<100).map { "\($0)" })
            #expect(answers[41]["summary"] as? String == "Harbour 41 must stay open.")
            let sentences = answers[41]["sentences"] as? [[String: String]]
            #expect(sentences == [["comment": "1", "text": "Harbour 41 must stay open."]])
        }

        /// Longer than what is read at once, and than what is summarised before anybody waits for it.
        @Test func `reads a line of any length`() async throws {
            let comments = (0..<6000).map {
                #"{"id": \#($0), "text": "Harbour \#($0) must stay open for its ships."}"#
            }
            let line = #"{"id": "long", "comments": [\#(comments.joined(separator: ","))]}"#
            let result = try await Program.run("summarise", "--words", "20", input: line + "\n" + Self.lines)
            #expect(result.code == 0 && result.errors.isEmpty)
            #expect(result.output.hasPrefix("long\n\n> Harbour "))
            #expect(result.output.contains("\nRead 6000 comments"))
            #expect(
                result.output.hasSuffix(
                    "\n2\n\nThere are no comments to summarise.\n\nRead 0 comments; quotes 0.\n"
                )
            )
        }

        @Test func `makes one page of all`() async throws {
            let result = try await Program.run("summarise", "--html", input: Self.lines)
            #expect(result.output.hasPrefix("<!DOCTYPE html>\n") && result.output.hasSuffix("</html>\n"))
            #expect(result.output.components(separatedBy: "<article>").count == 3)
        }

        @Test(arguments: [
            ("1", "1 to 2000 words; 1 "), ("-7", "; 1 are used, not -7."), ("1000000", "; 2000 are used"),
        ])
        func `brings any number of words into its bounds`(words: String, note: String) async throws {
            let result = try await Program.run("summarise", World.statement, "--words=\(words)")
            #expect(result.code == 0)
            #expect(words == "1" ? result.errors.isEmpty : result.errors.contains(note))
            #expect(words == "1000000" || result.output.contains("has more than 1 word; the shortest has"))
        }

        @Test(arguments: [
            (["summarise", "/nowhere"], "There is no file at /nowhere, or it cannot be read."),
            (["summarise", "/"], "/ is a folder; name the files in it."),
            (["summarise", "--jsonl"], "Standard input: Line 5 is not JSON"),
            (["summarise", "--writer", "http://example.org"], "writer.model is not set."),
            (["summarise", "--writer", "http://example.org", "--model", "m"], "use https://."),
        ])
        func `says what is wrong, after what is right`(arguments: [String], error: String) async throws {
            let result = try await Program.run(arguments, input: Self.lines + "\nnot json\n")
            #expect(result.code != 0)
            #expect(result.errors.contains(error), "\(result.errors)")
            let answers = result.output.split(separator: "\n").count
            #expect(answers == (arguments == ["summarise", "--jsonl"] ? 2 : 0))
        }

        @Test func `shows the chosen sentences where the model is not there`() async throws {
            let plain = try await Program.run("summarise", World.statement)
            let result = try await Program.run(
                "summarise",
                World.statement,
                "--writer",
                "http://127.0.0.1:1/v1",
                "--model",
                "m"
            )
            #expect(result.code == 0 && result.output == plain.output)
            #expect(result.errors.hasPrefix("rapporteur: The writer brought nothing. There is no connection"))
            #expect(result.errors.split(separator: "\n").count == 1)
        }
    }

    @Suite struct `A line of progress` {
        private static let half = Progress(phase: "Cutting", done: 50_000, total: 100_000, unit: "comments")

        @Test func `says how far it is, how fast, and how long it takes`() {
            #expect(
                Self.half.line(elapsed: .seconds(10), width: 100)
                    == "Cutting ━━━━━━━━━━━━──────────── 50 % · 50,000 of 100,000 comments · 5,000/s · 0:10 left"
            )
            let waiting = Progress(phase: "Choosing from", done: 1234, unit: "comments")
            #expect(
                waiting.line(elapsed: .seconds(3725), width: 100)
                    == "Choosing from · 1,234 comments · 1:02:05"
            )
            let bytes = Progress(phase: "Reading", done: 2_550_000, total: 5_100_000, unit: "MB")
            #expect(
                bytes.line(elapsed: .seconds(1), width: 60).hasSuffix(
                    "50 % · 2.5 of 5.1 MB · 2.5/s · 0:01 left"
                )
            )
        }

        @Test(arguments: [0, 1, 5, 20, 40, 60, 79, 80, 81, 200])
        func `fits into any terminal`(width: Int) {
            for progress in [Self.half, Progress(phase: "Reading", done: 0, total: 0, unit: "MB")] {
                #expect(progress.line(elapsed: .seconds(10), width: width).count <= max(width - 1, 0))
                #expect(progress.line(elapsed: .zero, width: width).count <= max(width - 1, 0))
            }
        }
    }
}
