/// The values that one field names.
struct FieldValues: Hashable, Sendable {
    /// The numbers, as bits; Sunday is 0.
    private(set) var bits: UInt64 = 0
    /// Weekdays counted within their month (`fri#2`), as bits of weekday × 5 + count − 1.
    private(set) var ordinals: UInt64 = 0
    /// Whether the last day of the month is named.
    private(set) var includesLastDay = false
    /// Whether the field begins with `*`, whatever follows.
    let isStarred: Bool

    /// Reads a list of numbers, names, ranges and steps.
    init(_ text: Substring, of field: CronExpression.Field) throws(CronExpression.ParseError) {
        isStarred = text.hasPrefix("*")
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            try insert(item, of: field)
        }
        // 0 and 7 are both Sunday.
        if field == .weekday, contains(7) { bits = (bits | 1) & 0b111_1111 }
    }

    func contains(_ value: Int) -> Bool { bits & (1 << UInt64(value)) != 0 }

    func contains(weekday: Int, count: Int) -> Bool {
        ordinals & (1 << UInt64(weekday * 5 + count - 1)) != 0
    }

    /// The numbers in rising order.
    var values: [Int] { (0..<64).filter(contains) }

    private mutating func insert(
        _ item: Substring,
        of field: CronExpression.Field
    ) throws(CronExpression.ParseError) {
        if field == .day, item.lowercased() == "l" {
            includesLastDay = true
        } else if field == .weekday, let mark = item.firstIndex(of: "#") {
            try insert(weekday: item[..<mark], count: item[item.index(after: mark)...])
        } else {
            let parts = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            let step = parts.count == 2 ? try Self.step(parts[1], in: item, of: field) : nil
            let range = try Self.range(parts[0], of: field, isOpen: step != nil)
            for value in stride(from: range.lowerBound, through: range.upperBound, by: step ?? 1) {
                bits |= 1 << UInt64(value)
            }
        }
    }

    private mutating func insert(
        weekday: Substring,
        count: Substring
    ) throws(CronExpression.ParseError) {
        let day = try Self.value(weekday, of: .weekday) % 7
        guard let count = Self.number(count), (1...5).contains(count) else {
            throw .unreadable(field: .weekday, found: "\(weekday)#\(count)")
        }
        ordinals |= 1 << UInt64(day * 5 + count - 1)
    }

    /// - Parameter isOpen: Whether a single number means "from here on", as it does before a step.
    private static func range(
        _ text: Substring,
        of field: CronExpression.Field,
        isOpen: Bool
    ) throws(CronExpression.ParseError) -> ClosedRange<Int> {
        // A step from 0 must not come upon Sunday twice.
        let last = field == .weekday ? 6 : field.allowed.upperBound
        if text == "*" { return field.allowed.lowerBound...last }

        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard !ends.contains("") else { throw .unreadable(field: field, found: String(text)) }
        let first = try value(ends[0], of: field)
        guard ends.count == 2 else {
            return first...(isOpen ? max(first, last) : first)
        }
        var end = try value(ends[1], of: field)
        // A name has no number: a range that ends with "sun" ends the week.
        if field == .weekday, end == 0, first > 0, number(ends[1]) == nil { end = 7 }
        guard first <= end else { throw .backwards(field: field, found: String(text)) }
        return first...end
    }

    private static func step(
        _ text: Substring,
        in item: Substring,
        of field: CronExpression.Field
    ) throws(CronExpression.ParseError) -> Int {
        guard let step = number(text) else { throw .unreadable(field: field, found: String(item)) }
        guard step > 0 else { throw .zeroStep(field: field) }
        return step
    }

    private static func value(
        _ text: Substring,
        of field: CronExpression.Field
    ) throws(CronExpression.ParseError) -> Int {
        if let position = field.names.firstIndex(of: text.lowercased()) {
            return field.allowed.lowerBound + position
        }
        guard let value = number(text) else { throw .unreadable(field: field, found: String(text)) }
        guard field.allowed.contains(value) else {
            throw .outOfRange(field: field, value: value, allowed: field.allowed)
        }
        return value
    }

    /// ASCII digits only: `Int` would also take a sign.
    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return Int(text)
    }
}
