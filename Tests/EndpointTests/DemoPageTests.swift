import Foundation
import Networking
import Testing

/// The program's own page with the real bot behind it.
///
/// With `RAPPORTEUR_SCREENSHOTS` set to a folder, pictures of it are left there: `make screenshots`.
@Suite(
    .enabled(if: Browser.program != nil, "Chromium is not on the path: the page cannot be looked at."),
    .serialized
)
struct `The demo's page` {
    private struct Look {
        let name: String
        let width: Int
        let height: Int
        let isDark: Bool
    }

    private static let looks = [
        Look(name: "wide", width: 1440, height: 900, isDark: false),
        Look(name: "wide-dark", width: 1440, height: 900, isDark: true),
        Look(name: "narrow", width: 390, height: 844, isDark: false),
    ]

    private static let pictures = ProcessInfo.processInfo.environment["RAPPORTEUR_SCREENSHOTS"]

    /// Starts `rapporteur demo` in a terminal's place, and hands over the address that it prints.
    private func demo(_ body: (String) async throws -> Void) async throws {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.deletingLastPathComponent().appending(
            path: "rapporteur"
        )
        if let executable = ProcessInfo.processInfo.arguments.first, executable.contains("/.build") {
            let folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
            process.executableURL = folder.appending(path: "rapporteur")
        }
        process.arguments = ["demo"]
        process.currentDirectoryURL = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer {
            // The end of its input is how a person leaves.
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        var said = ""
        while !said.contains("Control-D") {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the demo ended: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        let line = try #require(said.split(separator: "\n").first { $0.contains("http://127.0.0.1:") })
        try await body(String(line[(line.range(of: "http")?.lowerBound ?? line.startIndex)...]))
    }

    @Test func `quotes a passage, highlights it, and lets the thread grow`() async throws {
        try await demo { address in
            let sockets = try WebSocketService()
            try await Browser.open(address, with: sockets) { tab in
                #expect(
                    try await tab.becomes("document.getElementById('status')?.textContent === 'Connected'")
                )
                #expect(try await tab.becomes("document.querySelectorAll('.sentence').length >= 30"))
                _ = try await tab.value(of: "document.querySelector('textarea, input').focus()")
                try await tab.type("!quote 4.1")
                #expect(try await tab.becomes("document.querySelector('[role=log] blockquote')"))
                let quoted = try await tab.value(
                    of: "document.querySelector('[role=log] blockquote').textContent.trim()"
                )
                #expect(quoted == "Russian imperialism is not a ‘lesser evil’ in this conflict.")
                try await tab.type("I read that sentence as the heart of it.")
                #expect(try await tab.becomes("document.body.innerText.includes('#c1')"))
                try await tab.type("!summary --words 40")
                #expect(
                    try await tab.becomes("document.querySelector('[role=log]').innerText.includes('Read 5')")
                )
                try await tab.type("!quote 4.2-3")
                #expect(
                    try await tab.becomes("document.querySelectorAll('[role=log] blockquote').length > 3")
                )
                try await picture(tab, of: "")
                try await tab.type("!summary --words 120")
                #expect(
                    try await tab.becomes(
                        "document.querySelector('[role=log] h4')?.innerText.includes('NATO')"
                    )
                )
                try await picture(tab, of: "summary-")
            }
            await sockets.shutdown()
        }
    }

    private func picture(_ tab: BrowserTab, of subject: String) async throws {
        guard let folder = Self.pictures else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for look in Self.looks {
            let png = try await tab.picture(width: look.width, height: look.height, isDark: look.isDark)
            try png.write(to: URL(fileURLWithPath: "\(folder)/\(subject)\(look.name).png"))
        }
    }
}
