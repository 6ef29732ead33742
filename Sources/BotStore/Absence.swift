package import Foundation

/// A time in which the bot heard nothing, so long that old commands are not answered after it.
package struct Absence: Hashable, Sendable, Codable {
    /// When it last heard something.
    package let since: Date
    /// When it was back.
    package let until: Date
    /// Commands that were asked before this are not answered.
    package let answersAfter: Date

    /// - Parameter answerWithin: How old a command may be; nil where all are answered.
    /// - Returns: nil where every command that was missed is still young enough.
    package init?(since: Date?, until: Date, answerWithin: Duration?) {
        guard let since, let answerWithin else { return nil }
        let seconds = answerWithin / .seconds(1)
        // Who was not away for that long missed nothing that is older, whatever the clocks of others say.
        guard until.timeIntervalSince(since) > seconds else { return nil }
        self.since = since
        self.until = until
        answersAfter = until.addingTimeInterval(-seconds)
    }
}
