import Foundation
import Testing

/// A server that speaks nothing but HTTP/2, frame by frame: what it says is a closure, run on a thread.
///
/// TLS is done by `openssl s_server`, which serves one connection at a time: a client that opens a second one
/// beside the first waits for ever.
final class HTTP2TestServer: @unchecked Sendable {
    // Unchecked: after `init` only the thread reads and writes, and a process may be killed from anywhere.
    let port: Int
    var url: String { "https://127.0.0.1:\(port)" }
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread: [UInt8] = []

    init(of authority: HTTPTestAuthority, serving script: @escaping @Sendable (HTTP2TestServer) -> Void)
        throws
    {
        try authority.issue("server", for: "IP:127.0.0.1")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-alpn", "h2", "-accept", "127.0.0.1:0", "-cert", "server.pem",
            "-key", "server.key",
        ]
        process.currentDirectoryURL = authority.folder
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "s_server ended: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        let line = try #require(said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") })
        port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
        Thread.detachNewThread { [self] in script(self) }
    }

    /// Waits for a client, and greets it.
    ///
    /// - Returns: Whether one came.
    func accept() -> Bool {
        // s_server writes words of its own before and after each connection.
        let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
        while true {
            if let range = unread.firstRange(of: preface) {
                unread.removeSubrange(..<range.upperBound)
                send(.settings, on: 0)
                return true
            }
            guard fill() else { return false }
        }
    }

    /// The next frame of the client, settings left out; nil when it has gone.
    func read() -> HTTP2TestFrame? {
        while true {
            while unread.count < 9 { guard fill() else { return nil } }
            guard let (frame, count) = HTTP2TestFrame.first(of: unread) else { return nil }
            while unread.count < 9 + count { guard fill() else { return nil } }
            unread.removeFirst(9 + count)
            guard frame.kind == .settings else { return frame }
            if frame.flags & HTTP2TestFrame.acknowledgement == 0 {
                send(.settings, flags: HTTP2TestFrame.acknowledgement, on: 0)
            }
        }
    }

    /// The stream of the next whole request; nil when the client has gone.
    func readRequest() -> Int? {
        while let frame = read() {
            if frame.kind == .headers || frame.kind == .data, frame.endsStream { return frame.stream }
        }
        return nil
    }

    func send(_ kind: HTTP2TestFrame.Kind, flags: UInt8 = 0, on stream: Int, _ payload: [UInt8] = []) {
        let frame = HTTP2TestFrame(kind: kind, flags: flags, stream: stream)
        try? input.fileHandleForWriting.write(contentsOf: Data(frame.bytes(with: payload)))
    }

    /// Status 200 with some headers and a body.
    func answer(_ stream: Int, headers: [(String, String)] = [], _ body: String) {
        send(.headers, flags: HTTP2TestFrame.endOfHeaders, on: stream, HTTP2TestFrame.block(headers))
        send(.data, flags: HTTP2TestFrame.endOfStream, on: stream, Array(body.utf8))
    }

    /// Ends every connection at once, without a word.
    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func fill() -> Bool {
        let more = output.fileHandleForReading.availableData
        unread += more
        return !more.isEmpty
    }
}
