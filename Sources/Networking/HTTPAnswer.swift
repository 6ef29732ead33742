/// An answer on its way in, line by line and piece by piece.
struct HTTPAnswer {
    /// More than any server sends that means well.
    static let maximumHeaderBytes = 256 << 10

    private let maximumBodyBytes: Int
    /// Whether the end of the connection is not to be taken for the end of the body: it may be somebody's on the
    /// way, and libcurl does not tell whether TLS was closed before.
    private let mustNameItsEnd: Bool
    private var headerBytes = 0
    private var version = ""
    private var status: Int?
    private var headers: [(name: String, value: String)] = []
    private var length: String?
    private var isHeaderComplete = false
    private let sink: HTTPBodySink?
    private var body: [UInt8] = []
    private var bodyBytes = 0
    /// Why no more is taken.
    private(set) var failure: (any Error)?
    /// Whether the server has said anything yet.
    var hasBegun: Bool { headerBytes > 0 }

    /// An answer of which nothing has come yet.
    init(to request: HTTPRequest, into sink: HTTPBodySink?) {
        self.sink = sink
        maximumBodyBytes = request.maximumResponseBytes
        mustNameItsEnd = request.method != .head && request.url.lowercased().hasPrefix("https:")
    }

    /// Takes one line of the headers, with its end.
    ///
    /// - Returns: Whether to go on.
    mutating func take(line bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.maximumHeaderBytes else {
            return fail(HTTPError.headersTooLarge(limit: Self.maximumHeaderBytes))
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        let isWhole = bytes.last == UInt8(ascii: "\n")
        if line.starts(with: "HTTP/".utf8) {
            begin(String(decoding: line, as: UTF8.self))
        } else if line.isEmpty {
            isHeaderComplete = isWhole
        } else if !isHeaderComplete {
            return take(header: String(decoding: line, as: UTF8.self))
        }
        return true  // what comes after the body are trailers, which nobody asked for
    }

    /// Takes a piece of the body.
    ///
    /// - Returns: Whether to go on.
    mutating func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= maximumBodyBytes - bodyBytes else {
            return fail(HTTPError.bodyTooLarge(limit: maximumBodyBytes))
        }
        bodyBytes += bytes.count
        guard let sink else {
            body.append(contentsOf: bytes)
            return true
        }
        guard let status, (200..<300).contains(status) else { return true }
        guard announcedBytes.map({ $0 <= maximumBodyBytes }) ?? true else {
            return fail(HTTPError.bodyTooLarge(limit: maximumBodyBytes))
        }
        do {
            try sink.take(bytes, announcedBytes)
            return true
        } catch {
            return fail(error)
        }
    }

    /// How many bytes the server says that the body has; nil where it does not, or packs them.
    private var announcedBytes: Int? {
        let isPacked = headers.contains { $0.name.lowercased() == "content-encoding" }
        return isPacked ? nil : length.flatMap { Int($0) }
    }

    /// The whole answer, once libcurl says that it is complete.
    func response() throws(HTTPError) -> HTTPResponse {
        // libcurl also calls it complete when the connection ends within the headers.
        guard isHeaderComplete, let status, status >= 200 else {
            throw .cutShort(reason: "the headers have no end")
        }
        guard !mustNameItsEnd || namesItsEnd(with: status) else {
            throw .cutShort(reason: "nothing says how long it is, so nobody knows whether this is all")
        }
        return HTTPResponse(status: status, headers: headers, body: body)
    }

    /// A status line: the first, or the one after an interim answer (1xx).
    private mutating func begin(_ line: String) {
        let words = line.split(separator: " ")
        version = words.first.map(String.init) ?? ""
        status = words.dropFirst().first.flatMap { Int($0) }
        headers = []
        length = nil
        isHeaderComplete = false
    }

    private mutating func take(header line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return true }
        let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
        let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) } ?? value.startIndex
        let header = (name: String(line[..<colon]), value: String(value[..<end]))
        headers.append(header)
        guard header.name.lowercased() == "content-length" else { return true }
        // libcurl takes the last of several lengths; where they differ, nobody knows where the answer ends.
        guard length == nil || length == header.value else {
            return fail(HTTPError.unreadable(reason: "it has two lengths"))
        }
        length = header.value
        return true
    }

    /// Whether the end follows from the version, the status or the headers.
    private func namesItsEnd(with status: Int) -> Bool {
        !version.hasPrefix("HTTP/1") || status == 204 || status == 304
            || headers.contains { name, value in
                switch name.lowercased() {
                case "content-length": true
                case "transfer-encoding": value.lowercased().hasSuffix("chunked")
                default: false
                }
            }
    }

    private mutating func fail(_ error: any Error) -> Bool {
        failure = error
        return false
    }
}
