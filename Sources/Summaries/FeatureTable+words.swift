import Discussion
import Foundation

extension FeatureTable {
    /// Where a sentence stands in its comment, and its comment in the discussion.
    mutating func addPlaces(in reading: Reading) {
        let candidates = reading.candidates
        var sizes = [Double](repeating: 0, count: candidates.count)
        var isLast = sizes
        for rows in reading.rowsOfComments {
            for row in rows { sizes[row] = Double(rows.count) }
            isLast[rows.upperBound - 1] = 1
        }
        let last = candidates.last?.comment ?? 0
        add(.earliness, candidates.map { 1 / Double(1 + $0.position) })
        add(.depth, zip(candidates, sizes).map { Double($0.position) / $1 })
        add(.ending, isLast)
        add(.commentLength, sizes.map { log(1 + $0) })
        add(.opening, candidates.map { $0.comment == 0 ? 1 : 0 })
        add(.earlyComment, candidates.map { 1 / Double(1 + $0.comment) })
        add(.lateComment, candidates.map { Double($0.comment) / Double(max(last, 1)) })
        add(.lastComment, candidates.map { 1 / Double(1 + last - $0.comment) })
    }

    /// What its words are, and how many.
    mutating func addWords(in reading: Reading) {
        let candidates = reading.candidates
        func addShare(_ feature: Feature, _ count: (Candidate.Counts) -> Int) {
            add(feature, candidates.map { Double(count($0.counts)) / Double(max($0.counts.words, 1)) })
        }
        addShare(.stopWords, \.stopWords)
        addShare(.firstPerson, \.firstPerson)
        addShare(.firstPersonPlural, \.firstPersonPlural)
        addShare(.secondPerson, \.secondPerson)
        addShare(.courtesies, \.courtesies)
        addShare(.digits, \.withDigits)
        addShare(.contractions, \.contractions)
        addShare(.wordLength, \.letters)
        add(.variety, candidates.map { Double(Set($0.words).count) / Double(max($0.words.count, 1)) })
        add(.length, candidates.map { Double(min($0.wordCount, 12)) })
        add(.logLength, candidates.map { log(1 + Double($0.wordCount)) })
        add(.longer, candidates.map { Double(max($0.wordCount - 18, 0)).squareRoot() })
        add(.muchLonger, candidates.map { Double(max($0.wordCount - 25, 0)).squareRoot() })
        add(.leaning, candidates.map { $0.leans ? 1 : 0 })
    }

    /// How it is written.
    mutating func addMarks(in reading: Reading) {
        let texts = reading.candidates.map(\.sentence.text)
        let marks = texts.map { SentenceMarks(of: $0) }
        let words = reading.candidates.map { Double(max($0.counts.words, 1)) }
        add(.question, marks.map { $0.isQuestion ? 1 : 0 })
        add(.exclamation, marks.map { $0.isExclamation ? 1 : 0 })
        add(.asides, marks.map { $0.hasAside ? 1 : 0 })
        add(.ellipsis, marks.map { $0.hasEllipsis ? 1 : 0 })
        add(.commas, zip(marks, words).map { Double($0.commas) / $1 })
        add(.capitals, zip(marks, words).map { Double($0.capitals) / $1 })
        add(.signs, reading.candidates.map(\.signs))
        add(.smallBeginning, texts.map { SentenceForm.beginsSmall($0) ? 1 : 0 })
        add(.openEnd, texts.map { SentenceForm.endsWithStop($0) ? 0 : 1 })
    }
}
