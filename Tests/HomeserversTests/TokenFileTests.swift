import Foundation
import Homeservers
import Testing

@Suite struct `A token file` {
    private func file(_ text: String, mode: Int) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID())").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    @Test func `is read without its line feed`() throws {
        let path = try file("syt_secret\n", mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try TokenSource.file(path, passwordFile: nil).read().accessToken == "syt_secret")
    }

    @Test(arguments: [0o640, 0o604, 0o666])
    func `that others may read is refused, with what to type`(mode: Int) throws {
        let path = try file("syt_secret\n", mode: mode)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let expected = SecretFile.ReadError.readableByOthers(path: path, mode: String(mode, radix: 8))
        #expect(throws: expected) { try TokenSource.file(path, passwordFile: nil).read() }
        #expect("\(expected)".contains("chmod 600 \(path)"))
    }

    @Test(arguments: ["", " \n", "two words", "two\nlines"])
    func `without one token is refused`(text: String) throws {
        let path = try file(text, mode: 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: SecretFile.ReadError.empty(path: path, holds: .token)) {
            try TokenSource.file(path, passwordFile: nil).read()
        }
    }

    @Test func `that is not there is named`() {
        #expect(throws: SecretFile.ReadError.missing(path: "/nowhere/token", holds: .token)) {
            try TokenSource.file("/nowhere/token", passwordFile: nil).read()
        }
    }
}
