import Foundation
import Logging
import Networking
import PluginAPI
import Testing

@testable import Writing

@Suite struct `A language model` {
    private static let answer = #"{"choices": [{"message": {"content": "#

    /// A writer that waits for no more than a quarter of a second.
    private static func client(_ url: String, key: WriterKey? = nil) throws -> WriterClient {
        WriterClient(
            address: try WriterAddress(url, allowsPlain: false),
            model: "small",
            key: key,
            timeout: .milliseconds(250),
            client: try HTTPClient(caFile: nil)
        )
    }

    private static func prose(of model: ScriptedModel, key: WriterKey? = nil) async throws -> String {
        try await client(model.url, key: key)
            .prose(instructions: "Write.", material: ##"{"comment":"#1"}"##, maximumWords: 50)
    }

    @Test func `is asked once, for something short that is the same each time`() async throws {
        try await ScriptedModel.run(.completion("The harbour is closed [#1].")) { model in
            #expect(try await Self.prose(of: model) == "The harbour is closed [#1].")
            let request = try #require(model.requests.first)
            #expect(model.requests.count == 1)
            #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
            #expect(!request.lowercased().contains("authorization"))
            let body = Data(request.components(separatedBy: "\r\n\r\n")[1].utf8)
            let json = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
            #expect(json["model"] as? String == "small")
            #expect(json["temperature"] as? Int == 0)
            #expect(json["seed"] as? Int == 1)
            #expect(json["max_tokens"] as? Int == 400)
            #expect(json["stream"] as? Bool == false)
            let messages = try #require(json["messages"] as? [[String: String]])
            #expect(messages.map { $0["role"] } == ["system", "user"])
            #expect(messages[0]["content"] == "Write.")
            #expect(messages[1]["content"]?.hasSuffix("\n\n" + ##"{"comment":"#1"}"##) == true)
        }
    }

    @Test func `may think aloud first`() async throws {
        try await ScriptedModel.run(.completion("\n<think>The user wants …</think>\nIt is closed [#1].")) {
            model in
            let prose = try await Self.prose(of: model)
            #expect(prose == "\nIt is closed [#1].")
        }
        try await ScriptedModel.run(.completion("<think>I never come to an end")) { model in
            _ = await #expect(throws: WritingTrouble.empty) { try await Self.prose(of: model) }
        }
    }

    @Test(
        arguments: [
            (.status(429, "", headers: ["Retry-After: 3600"]), .tooManyRequests),
            (.json("{}", status: 500), .unavailable(status: 500)),
            (.json("{}", status: 503), .unavailable(status: 503)),
            (.json("{}", status: 401), .refusesTheKey(status: 401)),
            (.json("{}", status: 404), .unknown(status: 404)),
            (.status(302, "", headers: ["Location: https://example.org/"]), .redirects(status: 302)),
            (
                .status(200, "<html></html>", headers: ["Content-Type: text/html"]),
                .notJSON(found: "a web page")
            ),
            (
                .status(200, "{}", headers: ["Content-Type: text/event-stream"]),
                .notJSON(found: "something else")
            ),
            (.json("certainly!"), .unreadable), (.json(""), .unreadable), (.json("{}"), .unreadable),
            (.json(#"{"choices": []}"#), .unreadable),
            (.json(#"{"error": {"message": "no such model"}}"#), .unreadable),
            (.json(answer + #""The harb"#), .unreadable),
            (.json(answer + "5}}]}"), .unreadable),
            (.json(answer + "null}}]}"), .empty), (.json(answer + #"" \n "}}]}"#), .empty),
            (.json(answer + #""x", "refusal": "I cannot."}}]}"#), .refuses),
            (.completion("It is", finish: "length"), .stopped(reason: "its answer is too long")),
            (.completion("It is", finish: "content_filter"), .stopped(reason: "a filter held it back")),
            (.completion("", finish: "tool_calls"), .stopped(reason: "it wants to use a tool")),
            (
                .completion("It is", finish: "dance"),
                .stopped(reason: "it stopped for a reason that is not known")
            ),
        ] as [(ScriptedModel.Reply, WritingTrouble)]
    )
    func `brings nothing where it`(misbehaves reply: ScriptedModel.Reply, as expected: WritingTrouble)
        async throws
    {
        try await ScriptedModel.run(reply) { model in
            await #expect(throws: expected) { try await Self.prose(of: model) }
            // One question: a reader waits.
            #expect(model.requests.count == 1)
        }
    }

    @Test(arguments: [
        (ScriptedModel.Reply.silence, "did not answer within"),
        (
            .raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"choices\":"
            ), "broke off"
        ),
        (.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"), "The writer brought nothing."),
        (.raw("SSH-2.0-OpenSSH_9.2\r\n"), "The writer brought nothing."),
        (.raw(""), "lost before"),
        (
            .json(String(repeating: " ", count: WriterClient.maximumAnswerBytes + 1)),
            "more than 1048576 bytes"
        ),
    ])
    func `brings nothing where the connection`(fails reply: ScriptedModel.Reply, with reason: String)
        async throws
    {
        try await ScriptedModel.run(reply) { model in
            let trouble = await #expect(throws: WritingTrouble.self) { try await Self.prose(of: model) }
            #expect(trouble?.description.contains(reason) == true, "\(String(describing: trouble))")
        }
    }

    @Test func `that is not there brings nothing`() async throws {
        let model = try ScriptedModel(.silence)
        model.stop()
        let trouble = await #expect(throws: WritingTrouble.self) { try await Self.prose(of: model) }
        #expect(trouble?.description.hasPrefix("The writer brought nothing.") == true)
    }

    @Test func `is no error for a plugin, and one line of the log without key and words`() async throws {
        let file = try KeyFile("sk-secret-key\n")
        defer { file.remove() }
        try await ScriptedModel.run(.json(#"{"error": "sk-secret-key said The harbour"}"#, status: 401)) {
            model in
            let lines = Guarded<[String]>([])
            let logger = Logger(label: "test") { _ in ListLogHandler(lines: lines) }
            let client = try Self.client(model.url, key: try WriterKey(path: file.path))
            let window: any WriterWindow = Writer(client: client, logger: logger)
            #expect(window.model == "small")
            #expect(
                await window.prose(instructions: "Write.", material: "The harbour", maximumWords: 50) == nil
            )
            #expect(
                lines.use { $0 } == [
                    "The writer does not accept the key (HTTP 401); look at writer.key_file. The summary goes out as it "
                        + "was chosen."
                ]
            )
            #expect(model.requests.first?.contains("Authorization: Bearer sk-secret-key\r\n") == true)
        }
    }

    @Test func `is given up when its reader is`() async throws {
        try await ScriptedModel.run(.silence) { model in
            let client = try Self.client(model.url)
            let outcome = await withTaskGroup(of: WritingTrouble?.self) { group in
                group.addTask {
                    do throws(WritingTrouble) {
                        _ = try await client.prose(instructions: "", material: "", maximumWords: 1)
                        return nil
                    } catch {
                        return error
                    }
                }
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(outcome == .shutDown)
        }
    }
}

@Suite struct `The address of a language model` {
    @Test(arguments: [
        ("https://example.org/v1", "https://example.org/v1/chat/completions"),
        ("https://example.org/v1/", "https://example.org/v1/chat/completions"),
        ("https://example.org/v1/chat/completions", "https://example.org/v1/chat/completions"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
    ])
    func `leads to its completions`(url: String, completions: String) throws {
        #expect(try WriterAddress(url, allowsPlain: false).completions == completions)
    }

    @Test(arguments: [
        "http://example.org/v1", "http://127.0.0.1.example.org/v1", "http://localhost.example.org",
        "http://10.0.0.1/v1",
        "http://[::1].example.org/v1", "http://128.0.0.1/v1",
    ])
    func `may be plain for this machine only`(url: String) throws {
        #expect(throws: WriterAddress.AddressError.self) { try WriterAddress(url, allowsPlain: false) }
        #expect(throws: Never.self) { try WriterAddress(url, allowsPlain: true) }
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org", "https://", "https://ada:secret@example.org/v1",
        "https://example.org/v1?key=secret", "https://exa mple.org", "https://example.org/v1\r\nX: y",
        "https://a\\b",
    ])
    func `is refused where it is none`(url: String) throws {
        let error = #expect(throws: WriterAddress.AddressError.self) {
            try WriterAddress(url, allowsPlain: false)
        }
        #expect(error?.description.contains("secret") == false)
    }
}

@Suite struct `The key of a language model` {
    @Test func `is read from a file that is its owner's alone`() throws {
        let file = try KeyFile(" sk-1 \n")
        defer { file.remove() }
        #expect(try WriterKey(path: file.path).text == "sk-1")
        #expect("\(try WriterKey(path: file.path))" == "a key")
    }

    @Test func `is refused where others may read it, or where there is none`() throws {
        let open = try KeyFile("sk-1", mode: 0o644)
        defer { open.remove() }
        #expect(throws: WriterKey.ReadError.readableByOthers(path: open.path, mode: "644")) {
            try WriterKey(path: open.path)
        }
        #expect(throws: WriterKey.ReadError.missing(path: "/nowhere")) { try WriterKey(path: "/nowhere") }
        for text in ["", "\n", "one\ntwo", "sk–1"] {
            let file = try KeyFile(text)
            defer { file.remove() }
            #expect(throws: WriterKey.ReadError.empty(path: file.path)) { try WriterKey(path: file.path) }
        }
    }
}

/// A file in the folder for temporary ones.
private struct KeyFile {
    let path: String

    init(_ text: String, mode: Int = 0o600) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)").path
        try #require(
            FileManager.default.createFile(
                atPath: path,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: mode]
            )
        )
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

private struct ListLogHandler: LogHandler {
    let lines: Guarded<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(lines: Guarded<[String]>) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.use { $0.append("\(event.message)") }
    }
}
