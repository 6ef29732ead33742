internal import PluginAPI

/// How many words a summary may have.
struct SummaryLength {
    /// Less says nothing, more is not read in a chat.
    static let allowed = 20...400

    let count: Int

    /// The length that was asked for, else the usual one.
    ///
    /// - Throws: ``UsageError`` where it is not a number, or not an allowed one.
    init(_ typed: String?, usual: Int, context: PluginContext) throws(UsageError) {
        guard let typed else {
            count = min(max(usual, Self.allowed.lowerBound), Self.allowed.upperBound)
            return
        }
        let range = "a summary has \(Self.allowed.words) words"
        guard typed.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw UsageError(
                "\"\(typed.repeated())\" is not a number of words; \(range). "
                    + "Try \(context.typed("summary --words 60"))."
            )
        }
        let number = Int(typed) ?? .max  // more digits than a number has are too many words, too
        guard Self.allowed.contains(number) else {
            let nearest = number < Self.allowed.lowerBound ? Self.allowed.lowerBound : Self.allowed.upperBound
            throw UsageError(
                "\(typed.repeated(upTo: 20)) words are too \(number < nearest ? "few" : "many"); \(range). "
                    + "Try \(context.typed("summary --words \(nearest)"))."
            )
        }
        count = number
    }

    /// A longer one that is allowed, at least this long; nil where there is none.
    func longer(than words: Int) -> Int? {
        let round = (max(words, count + 1) + 19) / 20 * 20
        return round <= Self.allowed.upperBound ? round : nil
    }
}

extension ClosedRange<Int> {
    /// `20 to 400`.
    var words: String { "\(lowerBound) to \(upperBound)" }
}
