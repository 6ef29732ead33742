internal import BotCore
internal import MatrixTypes
internal import Networking

/// Requests and their answers over one socket, and the batches that come between them.
///
/// An actor because the questions under way are state that is in no table: they end with the socket, and
/// their rows are still in the outbox.
actor StreamConversation {
    private let socket: WebSocketConnection
    private let account: UserID
    private var batches: [SyncBatch] = []
    private var batchReader: CheckedContinuation<Void, Never>?
    private var questions: [String: Pending] = [:]
    private var ending: (any Error)?

    /// So many batches may wait to be written before the socket is left unread, and the homeserver has to wait.
    private static let mostWaiting = 64

    /// A request under way. Its answer can come before anybody waits for it.
    private struct Pending {
        let isKnownByTransactionOnly: Bool
        let askedAt = ContinuousClock.now
        var waiter: CheckedContinuation<SendResult, any Error>?
        var answer: Result<SendResult, any Error>?
    }

    init(socket: WebSocketConnection, account: UserID) {
        self.socket = socket
        self.account = account
    }

    /// Reads until the socket ends, which throws.
    func listen() async throws {
        do {
            while true {
                for text in try await socket.receive() { try hear(text) }
                while batches.count >= Self.mostWaiting {
                    try await ContinuousClock().sleep(for: .milliseconds(20))
                }
            }
        } catch {
            end(error)
            throw error
        }
    }

    private func hear(_ text: [UInt8]) throws {
        let message: StreamMessage
        do {
            message = try StreamMessage(reading: text)
        } catch {
            throw ConnectionFailure.ended(reason: "the homeserver sent what is no m.json: \(error)")
        }
        switch message {
        case .sync(let batch):
            takeEchoes(of: batch, text)
            batches.append(batch)
            batchReader?.resume()
            batchReader = nil
        case .done(let id, let eventID):
            answer(id, with: .success(.sent(eventID)))
        case .refused(let id?, let refusal) where refusal.errcode == "M_UNKNOWN_TOKEN":
            // Whether there is another token shows at the next handshake.
            answer(id, with: .failure(ConnectionFailure.ended(reason: "the token has ended: \(refusal)")))
        case .refused(let id?, let refusal):
            answer(id, with: .success(refusal.sendResult))
        case .refused(nil, let refusal):
            throw ConnectionFailure.ended(reason: "the homeserver could not read a request: \(refusal)")
        }
    }

    /// What has come back is in the room, whether its answer comes or is lost.
    private func takeEchoes(of batch: SyncBatch, _ text: [UInt8]) {
        guard !questions.isEmpty else { return }
        for echo in batch.echoes(of: account) where questions[echo.name] != nil {
            answer(echo.name, with: .success(.sent(echo.event)))
        }
        // Only the bare text has the transaction id, and few requests need it.
        guard questions.values.contains(where: \.isKnownByTransactionOnly) else { return }
        for echo in StreamEcho.byTransaction(in: text, of: account) where questions[echo.name] != nil {
            answer(echo.name, with: .success(.sent(echo.event)))
        }
    }

    /// Ends all that waits. The first reason is the one that is told.
    func end(_ reason: any Error) {
        if ending == nil { ending = reason }
        batchReader?.resume()
        batchReader = nil
        for id in Array(questions.keys) { answer(id, with: .failure(reason)) }
    }

    /// An answer to what was never asked, or was answered by its echo, is ignored.
    private func answer(_ id: String, with answer: Result<SendResult, any Error>) {
        guard let waiter = questions[id]?.waiter else {
            if questions[id]?.answer == nil { questions[id]?.answer = answer }
            return
        }
        questions[id] = nil
        waiter.resume(with: answer)
    }

    /// Gives the connection up when an answer is missing for too long: the same request goes out on the next.
    func watch(limit: Duration) async throws {
        while true {
            try await ContinuousClock().sleep(for: limit / 4)
            let oldest = questions.values.map(\.askedAt).min()
            guard let oldest, ContinuousClock.now - oldest > limit else { continue }
            throw ConnectionFailure.ended(reason: "no answer to a request for \(limit)")
        }
    }

    /// One reader at a time.
    func nextBatches() async throws -> [SyncBatch] {
        while batches.isEmpty {
            if let ending { throw ending }
            try Task.checkCancellation()
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    if Task.isCancelled { return continuation.resume() }
                    batchReader = continuation
                }
            } onCancel: {
                // The group that runs us is cancelled as a whole: the socket ends, and with it this wait.
                socket.close(code: 1000, reason: "")
            }
        }
        defer { batches = [] }
        return batches
    }

    /// Asks, and waits for the answer with the same id, or for the echo.
    ///
    /// - Throws: What ended the conversation before the answer came.
    func ask(_ question: StreamQuestion) async throws -> SendResult {
        if let ending { throw ending }
        let id = question.id
        questions[id] = Pending(isKnownByTransactionOnly: question.isKnownByTransactionOnly)
        do {
            try await socket.send([question.text])
        } catch {
            questions[id] = nil
            throw error
        }
        return try await withTaskCancellationHandler {
            try await answer(to: id)
        } onCancel: {
            socket.close(code: 1000, reason: "")
        }
    }

    /// Asks what nobody waits for the answer to.
    func tell(_ question: StreamQuestion) async {
        try? await socket.send([question.text])  // a sign that is lost is lost
    }

    private func answer(to id: String) async throws -> SendResult {
        if let answer = questions[id]?.answer {
            questions[id] = nil
            return try answer.get()
        }
        return try await withCheckedThrowingContinuation { questions[id]?.waiter = $0 }
    }
}
