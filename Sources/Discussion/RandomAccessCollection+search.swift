extension RandomAccessCollection where Index == Int {
    /// The first place where something is true that is true of all behind it; the end where it never is. Looks at few
    /// of the elements.
    func firstPlace(where isReached: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
