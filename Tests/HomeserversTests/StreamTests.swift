import BotCore
import BotStore
import Foundation
import Homeservers
import MatrixTypes
import Networking
import PluginAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A stream` {
    /// Runs a test with a stream at which `authorise` decides, and `hear` answers each text with others.
    private func run(
        authorise: @escaping @Sendable (WebSocketHandshake) -> WebSocketVerdict = { _ in .accept(context: "")
        },
        api: String? = nil,
        token: TokenSource = .value("token"),
        hear: @escaping @Sendable (String) -> [String],
        _ body: @escaping @Sendable (WebSocketHomeserver) async throws -> Void
    ) async throws {
        let sockets = try WebSocketService()
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await sockets.listen(Self.listener) {
                    listening.yield($0)
                } authorise: {
                    authorise($0)
                } serve: { socket in
                    try? await socket.send([#"{"next_batch":"p2"}"#].map { Array($0.utf8) })
                    while let texts = try? await socket.receive() {
                        let answers = texts.flatMap { hear(String(decoding: $0, as: UTF8.self)) }
                        try? await socket.send(answers.map { Array($0.utf8) })
                    }
                }
            }
            guard let port = await ports.first(where: { _ in true }) else { return }
            try await body(try homeserver(port: port, api: api, token: token, sockets: sockets))
            group.cancelAll()
        }
        await sockets.shutdown()
    }

    private static let listener = WebSocketListener(
        host: "127.0.0.1",
        port: 0,
        subprotocols: ["m.json"],
        maximumMessageBytes: 1 << 20,
        handshakeTimeout: .seconds(5),
        maximumConnections: 10,
        maximumBufferedBytes: 1 << 20
    )

    private func homeserver(port: Int, api: String?, token: TokenSource, sockets: WebSocketService) throws
        -> WebSocketHomeserver
    {
        WebSocketHomeserver(
            settings: WebSocketHomeserver.Settings(
                account: bot,
                address: try HomeserverAddress(url: "ws://127.0.0.1:\(port)", api: api),
                token: token,
                isTokenInQuery: false,
                caFile: nil,
                maximumMessageBytes: 1 << 20,
                answerLimit: .seconds(600)
            ),
            positionKey: "test",
            sockets: sockets,
            client: try HTTPClient(caFile: nil),
            clock: Visit.clock()
        )
    }

    /// A batch with an event of the bot's.
    private static func echo(_ event: String) -> String {
        let common = #""event_id":"$echo","sender":"@bot:example.org","origin_server_ts":1"#
        return
            #"{"next_batch":"p3","rooms":{"join":{"!hall:example.org":{"timeline":{"events":[{\#(common),\#(event)}]}}}}}"#
    }

    @Test(arguments: [
        (
            OutgoingBody.message(Visit.words("hi", rowName: "row/1")),
            #""type":"m.room.message","content":{"msgtype":"m.notice","body":"hi","io.rapporteur.row":"row/1"}"#
        ),
        (
            .reaction(.event(EventID("$1")), key: "👍"),
            #""type":"m.reaction","content":{},"unsigned":{"transaction_id":"row/1"}"#
        ),
        (
            .state(type: "org.x", key: "", content: "{}"),
            #""type":"org.x","state_key":"","content":{},"unsigned":{"transaction_id":"row/1"}"#
        ),
    ])
    func `takes the echo for an answer that is lost`(body: OutgoingBody, event: String) async throws {
        try await run(hear: { _ in [Self.echo(event)] }) { homeserver in
            let result = try await Visit.result(of: body, by: homeserver)
            #expect(result == .sent(EventID("$echo")))
        }
    }

    @Test func `does not take what others say for an answer`() async throws {
        let stranger = Self.echo(
            #""type":"m.room.message","content":{"msgtype":"m.text","body":"x","io.rapporteur.row":"row/1"}"#
        ).replacingOccurrences(of: "@bot:", with: "@ada:")
        let answer = #"{"id":"row/1","result":{"event_id":"$answer"}}"#
        try await run(hear: { _ in [stranger, answer] }) { homeserver in
            let body = OutgoingBody.message(Visit.words("hi", rowName: "row/1"))
            let result = try await Visit.result(of: body, by: homeserver)
            #expect(result == .sent(EventID("$answer")))
        }
    }

    @Test func `carries state, typing and what was read`() async throws {
        let heard = Guarded<[String]>([])
        let (signals, signal) = AsyncStream.makeStream(of: Void.self)
        try await run(hear: { text in
            heard.use { $0.append(text) }
            if text.contains(#""m.read""#) { signal.finish() }
            return [#"{"id":"row/1","result":{"event_id":"$answer"}}"#]
        }) { homeserver in
            try await homeserver.connect(since: "p1") { connection in
                let body = OutgoingBody.state(type: "org.x", key: "k\"", content: #"{"a":1}"#)
                _ = try await connection.send(Visit.entry(body))
                await connection.show(.typing(true), in: hall)
                await connection.show(.read(EventID("$1")), in: hall)
                for await _ in signals {}
            }
        }
        let room = #""room_id":"!hall:example.org""#
        #expect(
            heard.use { $0 } == [
                #"{"id":"row/1","method":"state","params":{\#(room),"event_type":"org.x","state_key":"k\"","content":{"a":1}}}"#,
                #"{"id":"sign","method":"typing","params":{\#(room),"typing":true,"timeout":20000}}"#,
                #"{"id":"sign","method":"read_markers","params":{\#(room),"m.read":"$1"}}"#,
            ]
        )
    }

    @Test func `ends where its token has ended, so that the next begins with another`() async throws {
        let refusal = #"{"id":"row/1","error":{"errcode":"M_UNKNOWN_TOKEN","error":"No."}}"#
        try await run(hear: { _ in [refusal] }) { homeserver in
            await #expect(
                throws: ConnectionFailure.ended(reason: "the token has ended: M_UNKNOWN_TOKEN: No.")
            ) {
                try await Visit.result(of: .message(Visit.words("hi")), by: homeserver)
            }
        }
    }

    @Test(arguments: [404, 426])
    func `that is not there names the other way`(status: Int) async throws {
        try await run(authorise: { _ in .reject(status: status, json: "{}") }, hear: { _ in [] }) {
            homeserver in
            let failure = await Visit.failure(of: homeserver)
            let text = "\(try #require(failure))"
            #expect(text.contains("HTTP status \(status); put http://127.0.0.1:"))
            #expect(text.contains("into homeserver.url to use /sync"))
        }
    }

    @Test func `that three times is no stream names the other way`() async throws {
        try await run(authorise: { _ in .reject(status: 502, json: "") }, hear: { _ in [] }) { homeserver in
            for _ in 1...2 {
                let failure = await Visit.failure(of: homeserver)
                #expect(failure as? ConnectionFailure == .unreachable(reason: "HTTP status 502"))
            }
            let failure = await Visit.failure(of: homeserver)
            let text = "\(try #require(failure))"
            #expect(text.contains("3 upgrades failed") && text.contains("to use /sync"))
        }
    }

    @Test func `renews the token that it refuses at the handshake`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var session = StoredSession(accessToken: "old")
        session.refreshToken = "r1"
        try session.write(to: path)
        try await ScriptedHomeserver.run({ _, _ in .ok(#"{"access_token":"new"}"#) }) { api in
            try await run(
                authorise: { handshake in
                    handshake.header("Authorization") == "Bearer new"
                        ? .accept(context: "")
                        : .reject(status: 401, json: #"{"errcode":"M_UNKNOWN_TOKEN","error":"No."}"#)
                },
                api: api.url,
                token: .file(path, passwordFile: nil),
                hear: { _ in [] }
            ) { homeserver in
                let batches = try await Visit.batches(1, of: homeserver, since: "p1")
                #expect(batches.map(\.nextBatch) == ["p2"])
            }
        }
        let kept = try TokenSource.file(path, passwordFile: nil).read()
        #expect(kept.accessToken == "new" && kept.refreshToken == "r1")
    }
}
