import ArchiveSite
import Discussion
import Foundation
import Testing

@Suite struct `A large site` {
    /// With `RAPPORTEUR_SITE_COMMENTS=100000` the figures of a large one are printed.
    private static let asked = ProcessInfo.processInfo.environment["RAPPORTEUR_SITE_COMMENTS"].flatMap(
        Int.init
    )

    @Test func `takes no more memory the more pages are made`() throws {
        let count = Self.asked ?? 12_000
        let archive = EndlessArchive(count: count, statement: try Seed.page().statement)
        let site = try ArchiveSite(archive: archive, settings: Site.settings())
        let start = Date.now
        _ = try site.page(at: "s/1/index.html")
        let first = Date.now.timeIntervalSince(start)
        var (pages, bytes, largest) = (0, 0, (path: "", bytes: 0))
        var (early, highest) = (0, 0)
        try site.forEachPath { path in
            let size = try #require(try site.page(at: path)).bytes.count
            pages += 1
            bytes += size
            if size > largest.bytes { largest = (path, size) }
            if pages == 30 { early = Self.residentBytes }
            if pages % 30 == 0 { highest = max(highest, Self.residentBytes) }
        }
        #expect(highest - early < 40_000_000)
        #expect(largest.bytes < 600_000)
        guard Self.asked != nil else { return }
        let seconds = Date.now.timeIntervalSince(start)
        print(
            "\(count) comments: \(pages) pages, \(bytes / 1_000_000) MB in \(seconds) s, the first after \(first) s;",
            "largest \(largest),",
            "memory \(early / 1_000_000) MB at first, \(highest / 1_000_000) MB at most"
        )
    }

    private static var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
