import Foundation
import Testing

/// What the README says to type is typed, into the real program.
@Suite struct `The README` {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text() throws -> String {
        try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    /// The commands in the first column of its table.
    private static func commands() throws -> [String] {
        try text().split(separator: "\n").filter { $0.hasPrefix("| `!") }.compactMap { line in
            line.split(separator: "`").dropFirst().first.map(String.init)
        }
    }

    /// The lines of the first shell example below a heading.
    private static func shellLines(below heading: String) throws -> [String] {
        let section = try text().components(separatedBy: "\n## \(heading)\n").last ?? ""
        let block = section.components(separatedBy: "```sh\n").dropFirst().first ?? ""
        return (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
    }

    /// Runs a line of shell with the program on the path, and hands back what it printed.
    private func run(_ line: String, input: String = "", in folder: URL = root) throws -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        let programs = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .path
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PATH": "\(programs):/usr/bin:/bin"],
            uniquingKeysWith: { $1 }
        )
        let (read, written) = (Pipe(), Pipe())
        process.standardInput = read
        process.standardOutput = written
        try process.run()
        read.fileHandleForWriting.write(Data(input.utf8))
        try read.fileHandleForWriting.close()
        let output = written.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func `has commands that are answered as it says`() throws {
        let commands = try Self.commands()
        #expect(commands.count > 10)
        for command in commands {
            let (status, output) = try run("rapporteur demo --stdin", input: command + "\n")
            #expect(status == 0)
            #expect(!output.isEmpty, "\(command) is not answered")
            #expect(!output.contains("Usage:") && !output.contains("Did you mean"), "\(command): \(output)")
        }
    }

    @Test func `has lines of shell that work`() throws {
        let lines = try Self.shellLines(below: "Without a chat")
        #expect(lines.count >= 4)
        for line in lines {
            let (status, output) = try run(line)
            #expect(status == 0 && !output.isEmpty, "\(line)")
        }
    }

    @Test func `brings texts in and an archive out as it says`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.root.appending(path: "seeds/on-the-invasion-of-ukraine.txt"),
            to: folder.appending(path: "statement.txt")
        )
        // Nothing outside of this machine is asked in tests.
        let lines = try Self.shellLines(below: "Texts in, archive out").filter { !$0.contains("https://") }
        #expect(lines.count >= 5)
        for line in lines {
            let (status, output) = try run(line, in: folder)
            #expect(status == 0 && !output.isEmpty, "\(line)")
        }
    }

    @Test func `shows the example plugin as it is`() throws {
        let plugin = try String(
            contentsOf: Self.root.appending(path: "Plugins/Echo/EchoPlugin.swift"),
            encoding: .utf8
        )
        #expect(try Self.text().contains("```swift\n\(plugin)```"))
    }

    @Test func `names files that are there`() throws {
        for name in [
            "ARCHITECTURE.md", "Config/default.yaml", "Config/room.example.yaml",
            "Tests/Screenshots/wide.png",
        ] {
            #expect(try Self.text().contains(name))
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: name).path), "\(name)")
        }
    }
}
