/// The longest part of a row of numbers that rises (patience sorting).
enum LongestRise {
    /// The places of its numbers, in order. Takes time in proportion to n log n.
    static func places(in numbers: [Int]) -> [Int] {
        /// For each length, the place of the smallest number that ends such a part.
        var ends: [Int] = []
        var before: [Int?] = []
        for (place, number) in numbers.enumerated() {
            let length = ends.firstPlace { numbers[$0] >= number }
            before.append(length > 0 ? ends[length - 1] : nil)
            if length < ends.count { ends[length] = place } else { ends.append(place) }
        }
        var places: [Int] = []
        var next = ends.last
        while let place = next {
            places.append(place)
            next = before[place]
        }
        return places.reversed()
    }
}
