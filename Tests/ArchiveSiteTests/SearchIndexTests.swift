import ArchiveSite
import Discussion
import Foundation
import Testing
import TestSupport

@Suite struct `The search index` {
    @Test func `has each word with the comments that have it`() throws {
        let page = try Seed.page()
        let comments = MadeUpDiscussion(of: page, comments: 400).comments
        let archive = ArchiveInMemory([(page.statement, comments)])
        let site = try ArchiveSite(archive: archive, settings: Site.settings())
        let expected = archive.words(on: 1, from: "", limit: .max)
        let found = try words(of: site)
        #expect(found.count == expected.count)
        for word in expected { #expect(found[word.word] == word.positions, "\(word.word)") }
    }

    @Test func `has words of very many comments in several files`() throws {
        let archive = EndlessArchive(count: 45_000, statement: try Seed.page().statement)
        let site = try ArchiveSite(archive: archive, settings: Site.settings())
        let table = try #require(try json(at: "s/1/search/table.json", of: site) as? [String: Any])
        let shards = try #require(table["shards"] as? [String])
        #expect(shards.prefix(3) == ["the", "the", "the"])
        #expect(shards == shards.sorted())
        var positions: [Int] = []
        for shard in 0..<3 {
            let page = try #require(try site.page(at: "s/1/search/words-\(shard).json"))
            #expect(page.bytes.count < 200_000)
            for entry in try entries(page) where entry.word == "the" { positions += entry.positions }
        }
        #expect(positions == Array(0..<45_000))
    }

    @Test func `has the comments that are shown, and their pages`() throws {
        let site = try Site.madeUp(comments: 1_200)
        let pages = try site.htmlPages(with: "/thread-")
        let table = try #require(try json(at: "s/1/search/table.json", of: site) as? [String: Any])
        let leaves = try #require(table["pages"] as? [[Any]])
        for chunk in 0..<12 {
            let texts = try #require(try json(at: "s/1/search/texts-\(chunk).json", of: site) as? [[Any]])
            #expect(texts.count == 100)
            for (place, text) in texts.enumerated() {
                let leaf = leaves.last { ($0[0] as? Int ?? 0) <= chunk * 100 + place }
                let path = "s/1/\(leaf?[1] as? String ?? "")"
                #expect(pages[path]?.ids.contains(text[0] as? String ?? "") == true)
            }
        }
    }

    /// The script must cut a query as the archive cut the comments; `check_site.py` asks it about the same texts.
    @Test func `is asked for words as the archive has them`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Acceptance/site/words.json")
        let known = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
        #expect(known.count > 10)
        for (text, words) in known { #expect(Words.folded(in: text) == words, "\(text)") }
    }

    private func words(of site: ArchiveSite) throws -> [String: [Int]] {
        var words: [String: [Int]] = [:]
        for path in try site.paths where path.contains("/words-") {
            let page = try #require(try site.page(at: path))
            for entry in try entries(page) { words[entry.word, default: []] += entry.positions }
        }
        return words
    }

    private func entries(_ page: SitePage) throws -> [(word: String, positions: [Int])] {
        let entries = try #require(try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [[Any]])
        return try entries.map { entry in
            var last = 0
            let positions = try entry.dropFirst().map { step -> Int in
                last += try #require(step as? Int)
                return last
            }
            return (try #require(entry[0] as? String), positions)
        }
    }

    private func json(at path: String, of site: ArchiveSite) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(#require(try site.page(at: path)).bytes))
    }
}
