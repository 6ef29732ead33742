import Foundation
import Testing

/// A certificate authority in a temporary folder, made by the `openssl` command.
struct HTTPTestAuthority {
    let folder: URL
    var caFile: String { folder.appending(path: "ca.pem").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "authority-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=Authority -keyout ca.key -out ca.pem"
        )
    }

    /// Makes `name.pem` and `name.key`.
    func issue(_ name: String, for alternativeName: String) throws {
        try "subjectAltName=\(alternativeName)".write(
            to: folder.appending(path: "\(name).ext"),
            atomically: true,
            encoding: .utf8
        )
        try openssl(
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=\(name) -keyout \(name).key -out \(name).csr"
        )
        try openssl(
            "x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile \(name).ext -out \(name).pem"
        )
    }

    func remove() throws {
        try FileManager.default.removeItem(at: folder)
    }

    private func openssl(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

/// `openssl s_server`, answering each request with a file of the folder, headers and all.
final class HTTPTestTLSServer {
    let port: Int
    private let process = Process()

    init(certificate name: String, of authority: HTTPTestAuthority) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-HTTP", "-accept", "127.0.0.1:0", "-cert", "\(name).pem", "-key",
            "\(name).key",
        ]
        process.currentDirectoryURL = authority.folder
        process.standardInput = FileHandle.nullDevice
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
    }

    func stop() {
        // It inherits a signal mask in which SIGTERM is blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
