internal import Discussion
internal import Foundation

/// The words of a discussion in files of bounded size, and the table that says which file has which words.
///
/// A file holds a run of words in alphabetical order, each with the positions of its comments. A word of very many
/// comments goes on in the next file, which then begins with it.
struct SearchTable: Sendable {
    /// Where a file begins.
    struct Shard: Hashable, Sendable {
        let word: String
        /// How many positions of that word are in the files before.
        let skipped: Int
    }

    private(set) var shards: [Shard] = []

    /// A file ends before a word with which it would have more positions, or more words.
    static let mostPositions = 20_000
    static let mostWords = 2_000
    /// Words are read so many at a time: each may be in every comment.
    private static let step = 100

    init(of statement: Int, in archive: any PublishedArchive) throws {
        var size = (words: 0, positions: 0)
        try Self.forEachWord(of: statement, in: archive, from: "") { word in
            for piece in Self.pieces(of: word) {
                let isFull = size.positions + piece.count > Self.mostPositions || size.words == Self.mostWords
                if shards.isEmpty || isFull {
                    shards.append(Shard(word: word.word, skipped: piece.lowerBound))
                    size = (0, 0)
                }
                size.words += 1
                size.positions += piece.count
            }
            return true
        }
    }

    /// The file that tells the script what there is.
    func page(of volume: Volume) throws -> SitePage {
        let pages = volume.survey.leaves.map { leaf in
            let path = SitePath.search(volume.number).link(to: volume.path(of: leaf))
            return TableJSON.Page(start: leaf.start, path: path)
        }
        return try SitePage(
            json: TableJSON(
                places: volume.survey.places,
                textsInFile: SearchTexts.mostComments,
                shards: shards.map(\.word),
                pages: pages
            )
        )
    }

    /// A file of words; positions as the distance to the one before.
    func page(of index: Int, _ volume: Volume) throws -> SitePage? {
        guard shards.indices.contains(index) else { return nil }
        let first = shards[index]
        let next = index + 1 < shards.count ? shards[index + 1] : nil
        var entries: [WordJSON] = []
        try Self.forEachWord(of: volume.number, in: volume.archive, from: first.word) { word in
            let start = word.word == first.word ? first.skipped : 0
            let isLast = word.word == next?.word
            let end = isLast ? next?.skipped ?? 0 : word.positions.count
            if start < end {
                entries.append(WordJSON(word: word.word, positions: word.positions[start..<end]))
            }
            return !isLast
        }
        return try SitePage(json: entries)
    }

    private static func pieces(of word: PublishedWord) -> [Range<Int>] {
        stride(from: 0, to: word.positions.count, by: mostPositions).map {
            $0..<min($0 + mostPositions, word.positions.count)
        }
    }

    /// - Parameter body: Whether to go on.
    private static func forEachWord(
        of statement: Int,
        in archive: any PublishedArchive,
        from first: String,
        _ body: (PublishedWord) throws -> Bool
    ) throws {
        var from = first
        var last: String?
        while true {
            let words = try archive.words(on: statement, from: from, limit: step)
            // Each step begins with the word that ended the one before.
            for word in words where word.word != last {
                guard try body(word) else { return }
            }
            guard words.count == step, let end = words.last?.word, end != last else { return }
            from = end
            last = end
        }
    }
}

private struct TableJSON: Encodable {
    struct Page: Encodable {
        let start: Int
        let path: String

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(start)
            try container.encode(path)
        }
    }

    let places: Int
    let textsInFile: Int
    let shards: [String]
    let pages: [Page]
}

private struct WordJSON: Encodable {
    let word: String
    let positions: ArraySlice<Int>

    /// `["word", 3, 1, 12]`.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(word)
        var last = 0
        for position in positions {
            try container.encode(position - last)
            last = position
        }
    }
}

extension SitePage {
    init(json: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(bytes: Array(try encoder.encode(json)), mediaType: "application/json")
    }
}
