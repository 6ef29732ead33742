/// A message that an `m.json` endpoint sends: the answer of a sync, or the answer to a request.
package enum StreamMessage: Sendable {
    /// A refusal, in the homeserver's words.
    package struct Refusal: Error, Hashable, Sendable, Codable, CustomStringConvertible {
        package let errcode: String
        package let error: String?
        package let retry_after_ms: Int?
        package let soft_logout: Bool?

        package init(
            errcode: String,
            error: String?,
            retryAfterMilliseconds: Int? = nil,
            softLogout: Bool? = nil
        ) {
            self.errcode = errcode
            self.error = error
            retry_after_ms = retryAfterMilliseconds
            soft_logout = softLogout
        }

        package var description: String { error.map { "\(errcode): \($0)" } ?? errcode }
    }

    case sync(SyncBatch)
    /// `eventID` is there where the request was a `send` or `state`.
    case done(id: String, eventID: EventID?)
    case refused(id: String?, Refusal)

    private struct Result: Decodable { let event_id: EventID? }

    /// Reads a text message. Only an object without the key `id` is a sync.
    ///
    /// - Throws: where the text is not JSON, or is neither.
    package init(reading text: [UInt8]) throws {
        let slice = try JSONSlice(text)
        let members = try slice.members()
        guard let idSlice = members["id"] else {
            self = .sync(try SyncBatch(reading: slice))
            return
        }
        let id = try? idSlice.decoded(as: String.self)
        if let error = members["error"] {
            self = .refused(id: id, try error.decoded(as: Refusal.self))
        } else {
            let eventID = try members["result"].flatMap { try $0.decoded(as: Result.self) }?.event_id
            self = .done(id: id ?? "", eventID: eventID)
        }
    }
}

/// A request to an `m.json` endpoint.
package struct StreamRequest<Parameters: Codable & Sendable>: Codable, Sendable {
    /// For `send`, the transaction id: the same id again is a retry, never another message.
    package let id: String
    package let method: String
    package let params: Parameters

    package init(id: String, method: String, params: Parameters) {
        self.id = id
        self.method = method
        self.params = params
    }
}
