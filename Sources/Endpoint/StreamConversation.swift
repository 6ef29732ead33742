internal import MatrixTypes
internal import Networking

/// One client on a stream: what is new goes out, requests come in and are answered.
struct StreamConversation<Session: StreamSession> {
    let session: Session
    let connection: WebSocketConnection

    /// Ends when the connection does.
    ///
    /// - Throws: ``StreamEnd`` where the connection is to be closed for a reason.
    func run() async throws {
        let (waiting, begun) = AsyncStream.makeStream(of: Void.self)
        let client = StreamClient(connection: connection, begun: begun)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await session.follow(client) }
            group.addTask {
                // The first message is the answer for the client's position, whatever it asks meanwhile.
                for await _ in waiting {}
                try await answerRequests()
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func answerRequests() async throws {
        guard session.requestsAtOnce > 1 else { return try await answerInTurn() }
        let order = RoomOrder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var countUnderWay = 0
            while true {
                for text in try await connection.receive() {
                    if countUnderWay == session.requestsAtOnce {
                        try await group.next()
                        countUnderWay -= 1
                    }
                    let (demand, place) = read(text, order)
                    group.addTask { try await answer(demand, at: place) }
                    countUnderWay += 1
                }
            }
        }
    }

    /// For what is answered at once: as many answers in one go as there are requests.
    private func answerInTurn() async throws {
        while true {
            var answers: [[UInt8]] = []
            for text in try await connection.receive() {
                if let answer = await answer(to: read(text)).json { answers.append(answer.bytes) }
            }
            try await connection.send(answers)
        }
    }

    private typealias Reading = Result<StreamDemand, StreamDemand.Wrong>

    private func read(_ text: [UInt8]) -> Reading {
        do throws(StreamDemand.Wrong) {
            return .success(try StreamDemand(reading: text))
        } catch {
            return .failure(error)
        }
    }

    private func read(_ text: [UInt8], _ order: RoomOrder) -> (Reading, RoomOrder.Place?) {
        let reading = read(text)
        let room = (try? reading.get())?.orderedRoom
        return (reading, room.map(order.place(in:)))
    }

    /// Answers in the order of the requests, within a room.
    private func answer(_ reading: Reading, at place: RoomOrder.Place?) async throws {
        defer { place?.leave() }
        await place?.waitForTurn()
        let (answer, endsSession) = await answer(to: reading)
        if let answer { try await connection.send([answer.bytes]) }
        // A reconnect sees why.
        if endsSession {
            connection.close(code: StreamEnd.syncFailed, reason: "The access token is refused.")
        }
    }

    private func answer(to reading: Reading) async -> (json: JSONText?, endsSession: Bool) {
        switch reading {
        case .failure(let wrong):
            return (Self.refusal(of: wrong.id, wrong.refusal), false)
        case .success(let demand):
            do throws(StreamMessage.Refusal) {
                guard let result = try await session.result(of: demand) else { return (nil, false) }
                return (.object(["id": .string(demand.id), "result": result]), false)
            } catch {
                let isAboutToken = error.errcode == "M_UNKNOWN_TOKEN" || error.errcode == "M_MISSING_TOKEN"
                return (Self.refusal(of: demand.id, error), isAboutToken)
            }
        }
    }

    private static func refusal(of id: String?, _ refusal: StreamMessage.Refusal) -> JSONText {
        .object(["id": id.map(JSONText.string) ?? JSONText(verbatim: "null".utf8), "error": refusal.json])
    }
}
