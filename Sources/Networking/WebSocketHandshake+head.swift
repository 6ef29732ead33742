extension WebSocketHandshake {
    /// Reads the head of an HTTP request, as it came.
    ///
    /// - Returns: nil for what cannot become a WebSocket, or is not to be read in one way only.
    init?(reading head: some Sequence<UInt8>, peerAddress: String) {
        guard let text = String(validating: head, as: UTF8.self) else { return nil }
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        guard let words = lines.popFirst()?.split(separator: " ", omittingEmptySubsequences: false),
            words.count == 3, words[0] == "GET", words[2] == "HTTP/1.1", words[1].hasPrefix("/")
        else { return nil }
        var headers: [String: String] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), let first = line.first, !first.isWhitespace,
                !line.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 })
            else { return nil }
            let name = line[..<colon].lowercased()
            // Of two, each reader on the way may believe another one.
            guard headers[name] == nil || !Self.onlyOnce.contains(name) else { return nil }
            let value = String(line[line.index(after: colon)...].trimmingSpaces)
            headers[name] = headers[name].map { "\($0), \(value)" } ?? value
        }
        guard headers["upgrade"]?.lowercased() == "websocket" else { return nil }
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = String(percentDecoding: target[0]) else { return nil }
        let offered = headers["sec-websocket-protocol"] ?? ""
        self.init(
            method: "GET",
            path: path,
            query: Self.query(target.count > 1 ? target[1] : ""),
            subprotocols: offered.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init),
            peerAddress: peerAddress,
            headers: headers
        )
    }

    private static let onlyOnce: Set = ["authorization", "origin", "host", "upgrade", "sec-websocket-key"]

    private static func query(_ text: Substring) -> [(name: String, value: String)] {
        text.split(separator: "&").compactMap { piece in
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { String(percentDecoding: $0.replacing("+", with: " ")) ?? String($0) }
            return (decoded[0], decoded.count > 1 ? decoded[1] : "")
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { start[...$0] } ?? ""
    }
}

extension String {
    /// nil where the bytes that are meant are no text.
    fileprivate init?(percentDecoding text: some StringProtocol) {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == 2 else { return nil }
            bytes.append(UInt8(digits[0] << 4 | digits[1]))
            rest = rest.dropFirst(2)
        }
        self.init(validating: bytes, as: UTF8.self)
    }
}
