extension CronExpression {
    /// Why a text is not a cron expression.
    public enum ParseError: Error, Hashable, CustomStringConvertible {
        case tooLong(maximumBytes: Int)
        case fieldCount(found: Int)
        case outOfRange(field: Field, value: Int, allowed: ClosedRange<Int>)
        case unreadable(field: Field, found: String)
        case backwards(field: Field, found: String)
        case zeroStep(field: Field)
        case unknownMacro(found: String)
        case neverComes

        /// What is wrong, and what to write instead: one sentence for the person who typed it.
        public var description: String {
            switch self {
            case .tooLong(let maximumBytes):
                "A schedule has at most \(maximumBytes) characters; write ranges such as 1-5 instead of lists."
            case .fieldCount(let found):
                "A schedule has five fields (minute hour day month weekday); this one has \(found)."
            case .outOfRange(let field, let value, let allowed):
                "The \(field) is \(value); it must be \(allowed.lowerBound) to \(allowed.upperBound)."
            case .unreadable(let field, let found):
                "The \(field) \"\(found.excerpt)\" can't be read; write \(field.examples)."
            case .backwards(let field, let found):
                "The \(field) range \(found.excerpt) runs backwards; write it as two, with a comma between them."
            case .zeroStep(let field):
                "The step of the \(field) is 0; it must be 1 or more."
            case .unknownMacro(let found):
                """
                "\(found.excerpt)" is no schedule; write five fields, or @hourly, @daily, @weekly, @monthly \
                or @yearly.
                """
            case .neverComes:
                "This schedule names a date that never comes, like 30 February."
            }
        }
    }
}

extension CronExpression.Field {
    /// What may be written there, as the end of a sentence.
    fileprivate var examples: String {
        switch self {
        case .minute: "0 to 59, *, a list 0,30, a range 0-10 or a step */15"
        case .hour: "0 to 23, *, a list 9,18, a range 9-17 or a step */2"
        case .day: "1 to 31, *, L for the last, a list 1,15, a range 1-7 or a step */2"
        case .month: "1 to 12, a name such as jan, *, a list 1,7, a range 1-6 or a step */3"
        case .weekday: "0 to 7, a name such as fri, *, a list mon,fri, a range mon-fri or fri#1 for the first"
        }
    }
}
