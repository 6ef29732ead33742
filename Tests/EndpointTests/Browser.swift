import Foundation
import MatrixTypes
import Networking

/// A real Chromium without a window, driven over its own WebSocket.
struct Browser {
    enum Failure: Error {
        case didNotStart
        case refused(String)
        case threw(String)
    }

    /// Where Chromium is on this machine, if it is.
    static let program: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let places = folders.flatMap { ["\($0)/chromium", "\($0)/chromium-browser"] }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Runs `body` with a tab of a new browser that shows `page`.
    static func open(
        _ page: String,
        with sockets: WebSocketService,
        _ body: (BrowserTab) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
            "--window-size=1280,800",
            "--user-data-dir=\(folder.path)", "about:blank",
        ]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let request = WebSocketRequest(
            url: try await address(in: errors),
            headers: [],
            subprotocol: nil,
            caFile: nil,
            maximumMessageBytes: 1 << 26,
            connectTimeout: .seconds(20),
            pingInterval: .seconds(60),
            silenceLimit: .seconds(120)
        )
        try await sockets.connect(request) { connection in
            try await body(try await BrowserTab(page, over: connection))
        }
    }

    /// The browser prints the address on which it listens.
    private static func address(in errors: Pipe) async throws -> String {
        let (parts, continuation) = AsyncStream.makeStream(of: Data.self)
        errors.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty { continuation.finish() } else { continuation.yield(data) }
        }
        var said = ""
        for await part in parts {
            said += String(decoding: part, as: UTF8.self)
            let lines = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.hasPrefix("DevTools listening on ") }) {
                return String(line.dropFirst("DevTools listening on ".count))
            }
        }
        throw Failure.didNotStart
    }
}
