/// Numbers for words as they are folded, stop words among them.
struct WordNumbers {
    private var numbers: [String: Int32] = [:]

    /// The numbers of these words, in their order.
    mutating func numbers(of words: [String]) -> [Int32] {
        words.map { word in
            if let known = numbers[word] { return known }
            let number = Int32(numbers.count)
            numbers[word] = number
            return number
        }
    }
}
