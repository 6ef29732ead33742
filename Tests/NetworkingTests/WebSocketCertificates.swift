import Foundation

/// Certificates for loopback, made by the `openssl` command in a folder of their own.
struct Certificates {
    let folder: URL

    var authority: String { path("ca.pem") }

    static func withFolder<Result>(_ body: (Certificates) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificates = Certificates(folder: folder)
        try certificates.openssl(
            ["req", "-x509", "-subj", "/CN=Test CA", "-days", "2", "-out", "ca.pem", "-keyout", "ca.key"]
                + Self.newKey
        )
        return try await body(certificates)
    }

    /// - Parameter days: Negative for one that has expired.
    func issue(_ name: String, for host: String, days: Int = 2) throws -> (certificate: String, key: String) {
        let request = ["req", "-subj", "/CN=\(name)", "-out", "\(name).csr", "-keyout", "\(name).key"]
        try openssl(request + Self.newKey)
        try Data("subjectAltName=\(host)".utf8).write(to: folder.appending(path: "\(name).ext"))
        try openssl([
            "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem",
        ])
        return (path("\(name).pem"), path("\(name).key"))
    }

    func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    }
}
