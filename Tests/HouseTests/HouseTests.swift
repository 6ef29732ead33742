import Foundation
import Testing

/// The house as its sources are: what each file imports, and what it may not contain.
@Suite struct `The house` {
    private static let floors: [Set<String>] = [
        [
            "MatrixTypes", "Discussion", "Cron", "CLibwebsockets", "COpenSSL", "CLibcurl", "CStemmer",
            "CFileSystem", "CLibxml2",
        ],
        ["PluginAPI", "Summaries", "Networking", "Markup", "Serving"],
        ["BotStore", "PluginTesting", "Quote", "Summarising", "Archive", "Scheduling", "Echo"],
        ["BotCore"],
        ["Homeservers", "Formats", "Writing", "Endpoint", "Monitoring", "ArchiveSite"],
        ["rapporteur"],
    ]

    private static let plugins = [
        "Quote": "Quote", "Summary": "Summarising", "Archive": "Archive", "Schedule": "Scheduling",
        "Echo": "Echo",
    ]

    private struct SourceFile {
        let path: String
        let module: String
        let lines: [Substring]

        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2 else { return nil }
                let last = words[place...].last ?? ""
                return last.split(separator: ".").first.map(String.init)
            }
        }
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func files() throws -> [SourceFile] {
        try ["Sources", "Plugins"].flatMap { top in
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: top).path)
            return try names.filter { $0.hasSuffix(".swift") }.map { name in
                let text = try String(contentsOf: root.appending(path: "\(top)/\(name)"), encoding: .utf8)
                let folder = String(name.prefix { $0 != "/" })
                return SourceFile(
                    path: "\(top)/\(name)",
                    module: top == "Plugins" ? plugins[folder] ?? folder : folder,
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false)
                )
            }
        }
    }

    private static func floor(of module: String) -> Int? { floors.firstIndex { $0.contains(module) } }

    @Test func `has every room on a floor`() throws {
        let files = try Self.files()
        #expect(files.count > 100)
        for file in files { #expect(Self.floor(of: file.module) != nil, "\(file.path) is in no room") }
    }

    @Test func `imports only the floors below`() throws {
        for file in try Self.files() {
            for imported in file.imports {
                guard let below = Self.floor(of: imported), let own = Self.floor(of: file.module) else {
                    continue
                }
                #expect(below < own, "\(file.path) imports \(imported), which is not below it")
            }
        }
    }

    @Test func `gives plugins no door that others lack`() throws {
        let allowed: Set<String> = ["PluginAPI", "Summaries", "Foundation"]
        for file in try Self.files() where file.path.hasPrefix("Plugins/") {
            #expect(Set(file.imports).isSubset(of: allowed), "\(file.path) imports \(file.imports)")
        }
    }

    @Test func `keeps files short`() throws {
        for file in try Self.files() {
            #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test(arguments: [
        "try!", "fatalError(", " Task {", "Task.detached", "DispatchQueue", "OR IGNORE", "TODO",
    ])
    func `does without`(_ habit: String) throws {
        for file in try Self.files() {
            for (number, line) in file.lines.enumerated() where !line.contains("//") {
                #expect(!line.contains(habit), "\(file.path), line \(number + 1)")
            }
        }
    }

    @Test(arguments: ["@unchecked Sendable", "nonisolated(unsafe)"])
    func `is unchecked only where C is called`(_ habit: String) throws {
        for file in try Self.files() where !["Networking", "Markup"].contains(file.module) {
            for (number, line) in file.lines.enumerated() where !line.contains("//") {
                #expect(!line.contains(habit), "\(file.path), line \(number + 1)")
            }
        }
    }
}
