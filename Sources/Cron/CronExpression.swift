/// A recurring time in the five fields of cron: minute, hour, day of the month, month, weekday.
///
/// A field is `*`, a number, a name (`mon`, `jan`), a range, a step, or a list of these; the day may be
/// `L` (the last of its month) and the weekday `fri#2` (the second Friday of its month). `@hourly`, `@daily`,
/// `@weekly`, `@monthly` and `@yearly` stand for the whole. Where both day fields are given, a day
/// matches if either does; where one of them begins with `*`, both must.
public struct CronExpression: Hashable, Sendable {
    /// The longest text that is read, in bytes: every minute of the hour, written out, needs 169.
    static let maximumBytes = 500

    /// The expression as it was typed, with white space trimmed at the ends and folded inside.
    public let text: String

    let minutes: FieldValues
    let hours: FieldValues
    let days: FieldValues
    let months: FieldValues
    let weekdays: FieldValues

    /// Reads an expression.
    ///
    /// - Throws: ``ParseError`` to tell a person what to change; also for dates that never come.
    public init(_ text: String) throws(ParseError) {
        guard text.utf8.count <= Self.maximumBytes else {
            throw .tooLong(maximumBytes: Self.maximumBytes)
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        self.text = words.joined(separator: " ")

        let fields = try Self.fields(of: words)
        guard fields.count == 5 else { throw .fieldCount(found: fields.count) }
        minutes = try FieldValues(fields[0], of: .minute)
        hours = try FieldValues(fields[1], of: .hour)
        days = try FieldValues(fields[2], of: .day)
        months = try FieldValues(fields[3], of: .month)
        weekdays = try FieldValues(fields[4], of: .weekday)

        guard firstDay(from: .zero) != nil else { throw .neverComes }
    }

    /// The fields that a macro stands for, or the words themselves.
    private static func fields(of words: [Substring]) throws(ParseError) -> [Substring] {
        guard let macro = words.first, macro.hasPrefix("@") else { return words }
        let fields: Substring? =
            switch macro.lowercased() {
            case "@yearly", "@annually": "0 0 1 1 *"
            case "@monthly": "0 0 1 * *"
            case "@weekly": "0 0 * * 0"
            case "@daily", "@midnight": "0 0 * * *"
            case "@hourly": "0 * * * *"
            default: nil
            }
        guard let fields, words.count == 1 else {
            throw .unknownMacro(found: words.joined(separator: " "))
        }
        return fields.split(separator: " ")
    }
}

extension CronExpression: CustomStringConvertible {
    /// The expression as it was typed.
    public var description: String { text }
}

extension CronExpression: Codable {
    /// An expression as one string.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        try self.init(text)
    }

    /// An expression as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
