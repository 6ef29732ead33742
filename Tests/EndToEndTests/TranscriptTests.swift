import Foundation
import Testing

extension EndToEnd {
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
            let performance = Performance(try Transcript(text))
            for line in try await performance.play() {
                #expect(line.said == line.written, "\(name), line \(line.number)")
            }
        }
    }
}
