internal import MatrixTypes
internal import Networking

/// The stream of a homeserver that is reached over HTTP.
struct GatewayBackend: StreamBackend {
    private struct WhoAmI: Decodable { let user_id: UserID }

    /// When to come back while the homeserver is away, in seconds.
    private static let pauseWhileAway = 10

    let calls: HomeserverCalls
    let settings: GatewaySettings
    let report: @Sendable (StreamEvent) -> Void

    /// Asks the homeserver about the token, and about the position if there is one: what it refuses is seen
    /// before the upgrade.
    func session(for handshake: WebSocketHandshake) async throws -> GatewaySession {
        let header = BearerToken.token(in: handshake.header("Authorization"))
        guard let token = header ?? handshake.parameter("access_token"), !token.isEmpty else {
            throw StreamMessage.Refusal(
                errcode: "M_MISSING_TOKEN",
                error: "The request has no access token."
            )
        }
        let since = handshake.parameter("since").flatMap { $0.isEmpty ? nil : $0 }
        let filter = handshake.parameter("filter").flatMap { $0.isEmpty ? nil : $0 }
        let user = try await owner(of: token)
        return GatewaySession(
            calls: calls,
            settings: settings,
            report: report,
            user: user,
            token: token,
            since: since,
            filter: filter,
            first: Guarded(try await first(token: token, since: since, filter: filter))
        )
    }

    private func owner(of token: String) async throws -> UserID {
        let answer = try await answer { try await calls.whoAmI(token: token) }
        guard let answer, let who = try? JSONSlice(answer.body).decoded(as: WhoAmI.self) else {
            throw StreamRejection(.unreadable, status: 502, retryAfter: Self.pauseWhileAway)
        }
        return who.user_id
    }

    /// The first update, where it is a small one: what is new since a position.
    ///
    /// - Returns: nil where the homeserver needs longer than a handshake may take.
    private func first(token: String, since: String?, filter: String?) async throws -> HTTPResponse? {
        guard let since else { return nil }
        return try await answer(isPatient: true) {
            try await calls.sync(
                token: token,
                since: since,
                filter: filter,
                wait: .zero,
                limit: settings.admissionTimeout
            )
        }
    }

    private func answer(
        isPatient: Bool = false,
        to call: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse? {
        let answer: HTTPResponse
        do {
            answer = try await call()
        } catch HTTPError.timedOut where isPatient {
            return nil
        } catch HTTPError.invalidHeader {
            throw StreamMessage.Refusal(errcode: "M_UNKNOWN_TOKEN", error: "This is no access token.")
        } catch let error as HTTPError {
            report(.unreachable(reason: "\(error)"))
            let status = error.isAway ? 503 : 502
            throw StreamRejection(.unreachable, status: status, retryAfter: Self.pauseWhileAway)
        }
        if answer.status == 200 { return answer }
        throw rejection(answer)
    }

    /// The homeserver's own words, where they are any.
    private func rejection(_ answer: HTTPResponse) -> StreamRejection {
        let isOfHomeserver = answer.matrixError != nil && (400..<600).contains(answer.status)
        if isOfHomeserver, let slice = try? JSONSlice(answer.body) {
            let pause = answer.refusal.retry_after_ms.map { ($0 + 999) / 1000 }
            return StreamRejection(
                status: answer.status,
                json: JSONText(verbatim: slice.bytes.prefix(16 << 10)),
                retryAfter: pause
            )
        }
        // A proxy that says 429 means it; what else it says is about itself.
        let status = answer.status == 429 ? 429 : 502
        let pause = answer.refusal.retry_after_ms.map { ($0 + 999) / 1000 }
        return StreamRejection(answer.refusal, status: status, retryAfter: pause ?? Self.pauseWhileAway)
    }
}

extension StreamRejection {
    fileprivate init(_ refusal: StreamMessage.Refusal, status: Int, retryAfter: Int?) {
        self.init(status: status, json: refusal.json, retryAfter: retryAfter)
    }
}

extension StreamMessage.Refusal {
    fileprivate static let unreadable = Self(
        errcode: "M_UNKNOWN",
        error: "The homeserver's answer is not one of the client API; check the homeserver's address."
    )
}

extension HTTPError {
    /// Whether nobody is there, as opposed to somebody who says odd things.
    fileprivate var isAway: Bool {
        switch self {
        case .cannotResolve, .cannotConnect, .timedOut, .lost, .shutDown, .cannotStart: true
        default: false
        }
    }
}
