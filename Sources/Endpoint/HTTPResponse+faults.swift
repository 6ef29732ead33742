internal import FlyingFox
internal import FlyingSocks
internal import Foundation

extension HTTPResponse {
    /// An answer that somebody else made up.
    static func disturbed(status: Int, headers: [String: String], body: String) -> HTTPResponse {
        let named = headers.map { (HTTPHeader($0.key), $0.value) }
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: "Disturbed"),
            headers: HTTPHeaders(Dictionary(named) { $1 }),
            body: Data(body.utf8)
        )
    }

    /// An answer whose connection ends before it does.
    static func cut(_ json: JSONText, after bytes: Int) -> HTTPResponse {
        let part = BrokenBody(bytes: Array(json.bytes.prefix(bytes)))
        return HTTPResponse(
            statusCode: .ok,
            headers: [.contentType: "application/json"],
            body: HTTPBodySequence(from: part, count: json.bytes.count)
        )
    }
}

/// A body that ends with an error.
private struct BrokenBody: AsyncBufferedSequence {
    struct Broken: Error {}

    struct AsyncIterator: AsyncBufferedIteratorProtocol {
        var rest: ArraySlice<UInt8>

        mutating func next() async throws -> UInt8? {
            guard let byte = rest.popFirst() else { throw Broken() }
            return byte
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { throw Broken() }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }

    let bytes: [UInt8]

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes[...]) }
}
