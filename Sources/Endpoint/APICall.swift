internal import FlyingFox
internal import Foundation
internal import MatrixTypes

/// A call of the client API, taken apart.
struct APICall {
    let method: String
    /// What stands between the slashes after the prefix, each part percent-decoded by itself.
    let path: [String]
    let query: [String: String]
    let token: String?
    let body: [UInt8]

    init(_ request: HTTPRequest, body: [UInt8]) throws(StreamMessage.Refusal) {
        // Not `request.path`: it is decoded as a whole, so that a slash in an id would part it.
        let raw = request.target.path(percentEncoded: true)
        guard raw.hasPrefix(ClientAPI.prefix) else {
            throw StreamMessage.Refusal(errcode: "M_UNRECOGNIZED", error: "This endpoint is not known here.")
        }
        let parts = raw.dropFirst(ClientAPI.prefix.count).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        let decoded = parts.map(\.removingPercentEncoding)
        guard !decoded.contains(nil) else { throw .badJSON("The path is not percent-encoded UTF-8.") }
        method = request.method.rawValue
        path = decoded.compactMap(\.self)
        query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
        token = BearerToken.token(in: request.headers[.authorization]) ?? query["access_token"]
        self.body = body
    }

    var isUnknown: StreamMessage.Refusal {
        StreamMessage.Refusal(errcode: "M_UNRECOGNIZED", error: "\(method) is not known here for this path.")
    }

    /// The body, where it is a JSON object.
    func object() throws(StreamMessage.Refusal) -> [UInt8] {
        guard let slice = try? JSONSlice(body), slice.isObject,
            (try? slice.decoded(as: [String: StreamCall.Anything].self)) != nil
        else { throw .notJSON("The body is not a JSON object.") }
        return Array(slice.bytes)
    }

    /// The body, as far as it is what is asked for.
    func decoded<Value: Decodable>(as type: Value.Type) throws(StreamMessage.Refusal) -> Value {
        let object = try object()
        do {
            return try JSONSlice(object).decoded(as: type)
        } catch {
            throw .badJSON("A member of the body is missing or has the wrong type.")
        }
    }

    /// The words of the path that say what is asked for.
    var words: [String] {
        path.first == "rooms" ? Array(path.dropFirst(2).prefix(1)) : Array(path.prefix(1))
    }

    /// The reason in the body of a redaction, if there is one.
    func reason() throws(StreamMessage.Refusal) -> String? {
        struct Body: Decodable { let reason: String? }
        guard let body = try? JSONSlice(try object()).decoded(as: Body.self) else {
            throw .notJSON("The body is not a JSON object with at most a reason.")
        }
        return body.reason
    }
}

extension HTTPRequest {
    /// The body, where it is no longer than that.
    func body(upTo maximumBytes: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in bodySequence {
            bytes += part
            guard bytes.count <= maximumBytes else {
                throw StreamMessage.Refusal(
                    errcode: "M_TOO_LARGE",
                    error: "The body is over \(maximumBytes) bytes."
                )
            }
        }
        return bytes
    }
}
