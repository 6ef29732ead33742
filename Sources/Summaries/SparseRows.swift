/// Rows of numbers, one after another in one array: what many small arrays would hold in more memory.
struct SparseRows {
    private var starts: [Int] = [0]
    private var numbers: [Int32] = []

    /// How many rows there are.
    var count: Int { starts.count - 1 }
    /// How many numbers there are in all rows.
    var total: Int { numbers.count }

    mutating func append(_ row: some Sequence<Int32>) {
        numbers.append(contentsOf: row)
        starts.append(numbers.count)
    }

    subscript(row: Int) -> ArraySlice<Int32> { numbers[starts[row]..<starts[row + 1]] }

    /// For each row the mean of its numbers' values; 0 for an empty one.
    func means(_ value: (Int32) -> Double) -> [Double] {
        (0..<count).map { row in
            let range = starts[row]..<starts[row + 1]
            guard !range.isEmpty else { return 0 }
            var sum = 0.0
            for place in range { sum += value(numbers[place]) }
            return sum / Double(range.count)
        }
    }
}
