/// The longest common part of two short rows of words.
struct CommonPart {
    let pairs: [(old: Int, new: Int)]

    init(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>) {
        let lengths = Self.lengths(Array(old), Array(new))
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < old.count && column < new.count {
            if old[old.startIndex + row] == new[new.startIndex + column] {
                pairs.append((old.startIndex + row, new.startIndex + column))
                row += 1
                column += 1
            } else if lengths[row + 1][column] >= lengths[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        self.pairs = pairs
    }

    /// For each place in both, how long the common part of all behind it is.
    private static func lengths(_ old: [UInt64], _ new: [UInt64]) -> [[Int32]] {
        var below = [Int32](repeating: 0, count: new.count + 1)
        var rows = [below]
        for word in old.reversed() {
            var row = below
            for column in new.indices.reversed() {
                row[column] =
                    word == new[column] ? below[column + 1] + 1 : max(below[column], row[column + 1])
            }
            rows.append(row)
            below = row
        }
        return rows.reversed()
    }
}
