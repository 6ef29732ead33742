import Foundation

extension FeatureTable {
    /// How like sentences are to each other, to the statement, and to the first comment.
    mutating func addLikenesses(in reading: Reading, by vectors: SentenceVectors) {
        let ranks = Centrality.ranks(of: vectors, startingFrom: reading.sharesOfVoices)
        add(.centrality, ranks.map { log($0 + 1e-12) })
        addDirections(in: reading, by: vectors)
        add(.likenessToStatement, vectors.likeness(to: vectors.spread(reading.statementStems)))
        let first = reading.candidates.prefix { $0.comment == reading.candidates.first?.comment }
        add(.likenessToFirstComment, vectors.likeness(to: vectors.spread(first.flatMap(\.stems))))
        let statement = Set(reading.statementStems)
        add(
            .statementWords,
            reading.candidates.map { candidate in
                let common =
                    statement.isEmpty ? 0 : Set(candidate.stems.lazy.filter(statement.contains)).count
                return Double(common) / Double(max(statement.count, 1))
            }
        )
    }

    /// Likeness to all that was said before, and after, by one sum that grows from comment to comment.
    private mutating func addDirections(in reading: Reading, by vectors: SentenceVectors) {
        var before = vectors.nothing
        var after = vectors.sum([Double](repeating: 1, count: vectors.count))
        var own = vectors.nothing
        var takingUp = [Double](repeating: 0, count: vectors.count)
        var takenUp = takingUp
        var likenessToComment = takingUp
        for rows in reading.rowsOfComments {
            for row in rows {
                takingUp[row] = log(1 + vectors.likeness(of: row, to: before))
                vectors.add(row, to: &own)
            }
            for row in rows { vectors.add(row, to: &after, times: -1) }
            for row in rows {
                takenUp[row] = log(1 + max(vectors.likeness(of: row, to: after), 0))
                guard rows.count > 1 else { continue }
                // Without its likeness to itself, which is 1.
                likenessToComment[row] =
                    (vectors.likeness(of: row, to: own) - 1) / Double(rows.count - 1)
            }
            for row in rows {
                vectors.add(row, to: &before)
                vectors.clear(row, in: &own)
            }
        }
        add(.takingUp, takingUp)
        add(.takenUp, takenUp)
        add(.likenessToComment, likenessToComment)
    }
}

extension Reading {
    /// The candidates of each comment that has any.
    var rowsOfComments: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for row in candidates.indices
        where row + 1 == candidates.count || candidates[row + 1].comment != candidates[row].comment {
            ranges.append(start..<row + 1)
            start = row + 1
        }
        return ranges
    }
}
