import Foundation

/// The server in another process, so that its work is not counted, with a certificate of its own.
struct BenchServer {
    enum StartError: Error, CustomStringConvertible {
        case failed(command: String, status: Int32)
        case noPorts(said: String)

        var description: String {
            switch self {
            case .failed(let command, let status):
                "\(command) ended with status \(status); is it installed?"
            case .noPorts(let said):
                "The server said \"\(said)\" where its ports were expected; is there a python3?"
            }
        }
    }

    let plainURL: String
    let secureURL: String
    let caFile: String
    private let folder: URL
    private let process: Process

    static func start() throws -> BenchServer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "http-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do { return try BenchServer(in: folder) } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private init(in folder: URL) throws {
        self.folder = folder
        try Self.makeCertificate(in: folder)
        caFile = folder.appending(path: "server.pem").path
        process = Process()
        let output = Pipe()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "server.py").path
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script, "server.pem", "server.key"]
        process.currentDirectoryURL = folder
        process.standardInput = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let ports = said.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard ports.count == 2 else {
            process.terminate()
            throw StartError.noPorts(said: said)
        }
        plainURL = "http://127.0.0.1:\(ports[0])"
        secureURL = "https://127.0.0.1:\(ports[1])"
    }

    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func makeCertificate(in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2", "-subj", "/CN=http-bench", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", "server.key", "-out", "server.pem",
        ]
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw StartError.failed(command: "openssl req", status: process.terminationStatus)
        }
    }
}
