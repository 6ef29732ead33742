internal import struct Foundation.Date
internal import PluginAPI

/// From where on comments are summarised, where only new ones are wanted.
struct Start {
    let read: LastRead
    /// What the summary says of it first.
    let heading: String
    /// What it says where there is nothing.
    let emptiness: String

    /// - Parameter last: How far the last summary of this kind had read; nil where there was none.
    /// - Throws: ``UsageError`` where the time is still to come, or no day of the calendar.
    init(_ since: Since, last: LastRead?, at moment: Moment, context: PluginContext) throws(UsageError) {
        guard case .last = since else {
            guard let instant = moment.instant(of: since) else {
                throw UsageError("There is no such day. Try \(context.typed("summary since yesterday")).")
            }
            guard instant <= moment.reference else {
                throw UsageError(
                    "\(moment.words(for: instant)) is still to come. Try \(context.typed("summary today"))."
                )
            }
            read = LastRead(to: instant)
            heading = "Since \(moment.words(for: instant)):"
            emptiness = "Nothing was said since \(moment.words(for: instant))."
            return
        }
        if let last, last.lastComment == nil {
            read = last
            heading = "Since \(moment.words(for: last.date)), for no such summary was posted before:"
            emptiness =
                "Nothing was said since \(moment.words(for: last.date)); no such summary was posted before."
        } else if let last {
            read = last
            heading = "Since the last summary, \(moment.words(for: last.date)):"
            emptiness = "Nothing new since the last summary, \(moment.words(for: last.date))."
        } else {
            read = LastRead(to: moment.reference.addingTimeInterval(-86_400))
            heading = "The last 24 hours, for no such summary was posted before:"
            emptiness = "Nothing was said in the last 24 hours; no such summary was posted before."
        }
    }
}
