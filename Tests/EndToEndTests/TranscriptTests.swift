import Foundation
import Testing

extension EndToEnd {
    /// With `RAPPORTEUR_WRITE_TRANSCRIPTS=1` the answers are written into the files, to be read before they are kept.
    @Suite struct `A conversation` {
        private static let folder = World.house + "/Tests/EndToEndTests/Transcripts"

        private static var names: [String] {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return files.filter { $0.hasSuffix(".txt") }.sorted()
        }

        @Test func `is kept in ten transcripts`() {
            #expect(Self.names.count >= 10)
        }

        @Test(arguments: names)
        func `goes as it is written`(name: String) async throws {
            let text = try String(contentsOf: URL(filePath: Self.folder + "/" + name), encoding: .utf8)
            let lines = try await Performance(try Transcript(text)).play()
            if ProcessInfo.processInfo.environment["RAPPORTEUR_WRITE_TRANSCRIPTS"] != nil {
                let answers = Dictionary(
                    lines.map { ($0.number, $0.said ?? "") },
                    uniquingKeysWith: { $0 + "\n\n" + $1 }
                )
                try Transcript.text(text, withAnswers: answers)
                    .write(toFile: Self.folder + "/" + name, atomically: true, encoding: .utf8)
            }
            for line in lines {
                #expect(line.said == line.written, "\(name), line \(line.number)")
            }
        }
    }
}
