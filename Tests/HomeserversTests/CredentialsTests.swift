import BotCore
import Foundation
@testable import Homeservers
import MatrixTypes
import Networking
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A token that has ended` {
    /// A folder with a token file, and what the bot makes of it at a homeserver.
    private struct Scene {
        let folder: URL
        var token: String { folder.appending(path: "token").path }
        var source: TokenSource { .file(token, passwordFile: nil) }
        var kept: String { (try? String(contentsOfFile: token, encoding: .utf8)) ?? "" }

        init(token text: String) throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "credentials-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try write(text, to: "token")
        }

        func write(_ text: String, to name: String) throws {
            let path = folder.appending(path: name).path
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }
    }

    private static let session =
        #"{"access_token":"old","refresh_token":"r1","device_id":"DEVICE","user_id":"@bot:example.org"}"#
    private static let sessionWithoutRefresh = #"{"access_token":"old","device_id":"DEVICE"}"#
    private static let grant = #"{"access_token":"new","refresh_token":"r2","expires_in_ms":300000}"#

    /// Takes the token `new` for a sync, and refuses every other.
    private func answering(
        soft: Bool = false,
        _ grant: @escaping @Sendable (ScriptedHomeserver.Request, Int) -> ScriptedHomeserver.Reply
    ) -> @Sendable (ScriptedHomeserver.Request, Int) -> ScriptedHomeserver.Reply {
        { request, former in
            if request.path.hasSuffix("/refresh") || request.path.hasSuffix("/login") {
                return grant(request, former)
            }
            guard request.token == "new" else {
                return .refusal(401, "M_UNKNOWN_TOKEN", more: soft ? #","soft_logout":true"# : "")
            }
            return request.path.hasSuffix("/filter")
                ? .ok(#"{"filter_id":"f1"}"#) : .ok(#"{"next_batch":"p2"}"#)
        }
    }

    private func paths(_ server: ScriptedHomeserver, _ ending: String) -> [ScriptedHomeserver.Request] {
        server.requests.filter { $0.path.hasSuffix(ending) }
    }

    @Test func `is renewed, and the new one is on disk before its first use`() async throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        let keptAtFirstUse = Guarded<[String]>([])
        let answer = answering { _, _ in .ok(Self.grant) }
        try await ScriptedHomeserver.run { request, former in
            if request.token == "new" { keptAtFirstUse.use { $0.append(scene.kept) } }
            return answer(request, former)
        } _: { server in
            let homeserver = try Visit.homeserver(server, token: scene.source)
            _ = try await Visit.batches(1, of: homeserver, since: "p1")
            #expect(paths(server, "/refresh").map(\.body) == [#"{"refresh_token":"r1"}"#])
            #expect(keptAtFirstUse.use { $0[0] }.contains(#""access_token" : "new""#))
        }
        let kept = try scene.source.read()
        #expect(kept.refreshToken == "r2")
        #expect(kept.deviceID == "DEVICE")
        #expect(kept.expiresAtMilliseconds == 1_000_300_000)
        let attributes = try FileManager.default.attributesOfItem(atPath: scene.token)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder.path) == ["token"])
    }

    @Test func `is renewed once for all who find it so`() async throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        try await ScriptedHomeserver.run(answering { _, _ in .ok(Self.grant) }) { server in
            let caller = ClientCaller(client: try HTTPClient(caFile: nil), base: server.url)
            let credentials = Credentials(
                source: scene.source,
                account: bot,
                caller: caller,
                clock: Visit.clock()
            )
            let tokens = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await credentials.renew(after: "old", isSoftLogout: false) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(tokens == Array(repeating: "new", count: 20))
            #expect(paths(server, "/refresh").count == 1)
        }
    }

    @Test func `is renewed with the old refresh token again where the answer was lost`() async throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        try await ScriptedHomeserver.run(
            answering { _, former in former == 0 ? .raw("HTTP/1.1 200 OK\r\nContent-Le") : .ok(Self.grant) }
        ) { server in
            let homeserver = try Visit.homeserver(server, token: scene.source)
            guard case ConnectionFailure.unreachable? = await Visit.failure(of: homeserver) else {
                Issue.record("a lost answer is no refusal")
                return
            }
            #expect(scene.kept == Self.session)
            _ = try await Visit.batches(1, of: homeserver, since: "p1")
            #expect(Set(paths(server, "/refresh").map(\.body)) == [#"{"refresh_token":"r1"}"#])
        }
    }

    @Test func `is had again by password, for the same device, where the homeserver logs out softly`()
        async throws
    {
        let scene = try Scene(token: Self.sessionWithoutRefresh)
        defer { scene.remove() }
        try scene.write("pass word\n", to: "password")
        let source = TokenSource.file(
            scene.token,
            passwordFile: scene.folder.appending(path: "password").path
        )
        try await ScriptedHomeserver.run(
            answering(soft: true) { _, _ in .ok(#"{"access_token":"new","device_id":"DEVICE"}"#) }
        ) { server in
            _ = try await Visit.batches(1, of: try Visit.homeserver(server, token: source), since: "p1")
            let login = try #require(paths(server, "/login").first).body
            #expect(login.contains(#""device_id":"DEVICE""#) && login.contains(#""password":"pass word""#))
            #expect(login.contains(#""user":"@bot:example.org""#) && login.contains(#""refresh_token":true"#))
        }
        #expect(try source.read().accessToken == "new")
    }

    @Test func `for good is not had again by password`() async throws {
        let scene = try Scene(token: Self.sessionWithoutRefresh)
        defer { scene.remove() }
        try scene.write("secret", to: "password")
        let source = TokenSource.file(
            scene.token,
            passwordFile: scene.folder.appending(path: "password").path
        )
        try await ScriptedHomeserver.run(answering { _, _ in .ok(Self.grant) }) { server in
            let failure = await Visit.failure(of: try Visit.homeserver(server, token: source))
            #expect("\(try #require(failure))".contains("type: rapporteur login --homeserver \(server.url)"))
            #expect(paths(server, "/login").isEmpty)
        }
    }

    @Test(arguments: [
        (Self.session, "the refresh token is refused too"),
        (Self.sessionWithoutRefresh, "homeserver.password_file is not set"),
        ("old\n", "homeserver.password_file is not set"),
    ])
    func `that nobody can renew says what to type`(token: String, words: String) async throws {
        let scene = try Scene(token: token)
        defer { scene.remove() }
        let isSoft = token != Self.session
        try await ScriptedHomeserver.run(answering(soft: isSoft) { _, _ in .refusal(401, "M_UNKNOWN_TOKEN") })
        {
            server in
            let failure = await Visit.failure(of: try Visit.homeserver(server, token: scene.source))
            let text = "\(try #require(failure as? ConnectionFailure))"
            #expect(text.contains(words) && text.contains("rapporteur login"))
            #expect(!text.contains("old") && !text.contains("r1"))
        }
        #expect(scene.kept == token)
    }

    @Test func `is not renewed where the operator has put another into the file`() async throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        let answer = answering { _, _ in .ok(Self.grant) }
        try await ScriptedHomeserver.run { request, former in
            if request.token == "old" { try? scene.write("new\n", to: "token") }
            return answer(request, former)
        } _: { server in
            let homeserver = try Visit.homeserver(server, token: scene.source)
            _ = try await Visit.batches(1, of: homeserver, since: "p1")
            #expect(paths(server, "/refresh").isEmpty)
        }
        #expect(scene.kept == "new\n")
    }

    @Test func `soon is renewed before anything is refused`() async throws {
        let scene = try Scene(
            token: #"{"access_token":"old","refresh_token":"r1","expires_at_ms":1000020000}"#
        )
        defer { scene.remove() }
        try await ScriptedHomeserver.run(answering { _, _ in .ok(Self.grant) }) { server in
            let homeserver = try Visit.homeserver(server, token: scene.source)
            _ = try await Visit.batches(1, of: homeserver, since: "p1")
            #expect(server.requests.allSatisfy { $0.token != "old" })
        }
    }

    @Test(arguments: ["{", #"{"token":"x"}"#, #"{"access_token":"two words"}"#])
    func `in a file of another kind is refused`(text: String) throws {
        let scene = try Scene(token: text)
        defer { scene.remove() }
        #expect(throws: SecretFile.ReadError.notASession(path: scene.token)) { try scene.source.read() }
    }

    @Test func `is not shown by what holds it`() throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        let words = "\(try scene.source.read())" + String(reflecting: try scene.source.read())
        #expect(!words.contains("old") && !words.contains("r1"))
    }

    @Test func `through a link is written where the link leads`() throws {
        let scene = try Scene(token: Self.session)
        defer { scene.remove() }
        let link = scene.folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: scene.token)
        try StoredSession(accessToken: "new").write(to: link)
        #expect(try scene.source.read().accessToken == "new")
    }
}
