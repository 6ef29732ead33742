extension CronExpression {
    /// One of the five places of an expression.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case minute
        case hour
        case day
        case month
        case weekday

        /// The numbers that may stand there; in the weekday both 0 and 7 are Sunday.
        public var allowed: ClosedRange<Int> {
            switch self {
            case .minute: 0...59
            case .hour: 0...23
            case .day: 1...31
            case .month: 1...12
            case .weekday: 0...7
            }
        }

        /// Three letters for each number from the first one on.
        var names: [String] {
            switch self {
            case .minute, .hour, .day: []
            case .month:
                ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            }
        }
    }
}
