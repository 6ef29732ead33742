internal import MatrixTypes
internal import Networking

/// What one client of a gateway gets: the homeserver's sync as it is, and its requests done over HTTP.
struct GatewaySession: StreamSession {
    let calls: HomeserverCalls
    let settings: GatewaySettings
    let report: @Sendable (StreamEvent) -> Void
    let user: UserID
    let token: String
    let since: String?
    let filter: String?
    /// The answer that came before the upgrade; taken once.
    let first: Guarded<HTTPResponse?>

    var requestsAtOnce: Int { settings.requestsAtOnce }

    func follow(_ client: StreamClient) async throws {
        var position = since
        var trouble = SyncTrouble(settings: settings)
        var isFirst = true
        while true {
            let asked = ContinuousClock.now
            switch await outcome(since: position, isFirst: isFirst) {
            case .update(let bytes, let next):
                trouble.end()
                try await client.take(bytes)
                // The homeserver is asked no further than the client has come.
                try await client.takesMore()
                let isStill =
                    next == position && !isFirst && ContinuousClock.now - asked < settings.firstPause
                (position, isFirst) = (next, false)
                if isStill { try await Task.sleep(for: settings.firstPause) }
            case .later(let pause, let reason):
                report(.failing(user, reason: reason))
                try await Task.sleep(for: try trouble.pause(atLeast: pause, because: reason))
            case .never(let reason):
                throw StreamEnd(reason)
            case .cancelled:
                throw CancellationError()
            }
        }
    }

    private func outcome(since position: String?, isFirst: Bool) async -> SyncOutcome {
        let kept = first.use { first in
            defer { first = nil }
            return first
        }
        if let kept { return SyncOutcome(kept) }
        do {
            return SyncOutcome(
                try await calls.sync(
                    token: token,
                    since: position,
                    filter: filter,
                    // The first answer comes at once, even an empty one.
                    wait: isFirst ? .zero : settings.pollTimeout,
                    limit: settings.requestTimeout
                )
            )
        } catch let error as HTTPError {
            return SyncOutcome(error)
        } catch {
            return .cancelled
        }
    }

    func result(of demand: StreamDemand) async throws(StreamMessage.Refusal) -> JSONText? {
        let answer: HTTPResponse
        do {
            guard let made = try await response(to: demand) else { return .emptyObject }
            answer = made
        } catch let refusal as StreamMessage.Refusal {
            throw refusal
        } catch is CancellationError {
            // The connection ends: whoever asks again asks on another one.
            return nil
        } catch {
            throw .unreachable
        }
        guard answer.status == 200 else { throw answer.refusal }
        guard let slice = try? JSONSlice(answer.body), slice.isObject else { throw answer.refusal }
        return JSONText(verbatim: slice.bytes)
    }

    /// - Returns: nil where nobody has to be asked.
    private func response(to demand: StreamDemand) async throws -> HTTPResponse? {
        switch demand.kind {
        case .ping:
            return nil
        case .send(let type, let content, let room):
            let path = [try PathPart(room.rawValue), PathPart(known: "send"), try PathPart(type)]
            return try await calls.put(
                [PathPart(known: "rooms")] + path + [try PathPart(demand.id)],
                token: token,
                body: content
            )
        case .state(let type, let key, let content, let room):
            let path = [try PathPart(room.rawValue), PathPart(known: "state"), try PathPart(type)]
            return try await calls.put(
                [PathPart(known: "rooms")] + path + (key.isEmpty ? [] : [try PathPart(key)]),
                token: token,
                body: content
            )
        case .typing(let isTyping, let milliseconds, let room):
            let path = [try PathPart(room.rawValue), PathPart(known: "typing"), try PathPart(user.rawValue)]
            let body: JSONText = .object([
                "typing": .flag(isTyping), "timeout": milliseconds.map { .number($0) },
            ])
            return try await calls.put([PathPart(known: "rooms")] + path, token: token, body: body.bytes)
        case .readMarkers(let markers, let room):
            let path = [
                PathPart(known: "rooms"), try PathPart(room.rawValue), PathPart(known: "read_markers"),
            ]
            let body: JSONText = .object(members: markers.map { ($0.name, .string($0.event)) })
            return try await calls.post(path, token: token, body: body.bytes)
        }
    }
}
