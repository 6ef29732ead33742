internal import PluginAPI

/// A sentence, or the part of it around a word that was looked for, cut between words.
struct Snippet {
    /// About two lines on a phone.
    static let maximumScalars = 160

    /// The sentence's own words, with `…` where some were left out.
    let text: String

    /// - Parameter words: Folded.
    init(of sentence: String, around words: [String]) {
        let parts = sentence.split(separator: " ").map(String.init)
        let sizes = parts.map { $0.unicodeScalars.count + 1 }
        guard parts.count > 1, sizes.reduce(0, +) > Self.maximumScalars else {
            text = sentence.firstWords(maximumScalars: Self.maximumScalars)
            return
        }
        let found = parts.firstIndex { part in
            Words.folded(in: part).contains { own in words.contains { own.hasPrefix($0) } }
        }
        let range = Self.range(around: found ?? 0, sizes: sizes)
        let shown = parts[range].joined(separator: " ")
        text = (range.lowerBound > 0 ? "…" : "") + shown + (range.upperBound < parts.count ? "…" : "")
    }

    /// Grows by a word on either side, as long as there is room.
    private static func range(around middle: Int, sizes: [Int]) -> Range<Int> {
        var range = middle..<middle + 1
        var size = sizes[middle]
        var grows = true
        while grows {
            grows = false
            if range.lowerBound > 0, size + sizes[range.lowerBound - 1] <= maximumScalars {
                size += sizes[range.lowerBound - 1]
                range = range.lowerBound - 1..<range.upperBound
                grows = true
            }
            if range.upperBound < sizes.count, size + sizes[range.upperBound] <= maximumScalars {
                size += sizes[range.upperBound]
                range = range.lowerBound..<range.upperBound + 1
                grows = true
            }
        }
        return range
    }
}
