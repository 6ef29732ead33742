internal import struct Foundation.Date
internal import PluginAPI
internal import Summaries

/// Which comments of a scope are not to be read, and why.
struct Readings {
    let leftOut: [CommentLabel: LeftOut]
    let holdBackMinutes: Int

    /// - Parameter now: What was said later than `holdBackMinutes` before it is left out.
    init(scope: Scope, banned: Set<UserID>, holdBackMinutes: Int, now: Date) {
        let readTo = now.readTo(holdingBack: holdBackMinutes)
        var leftOut: [CommentLabel: LeftOut] = [:]
        // Nobody takes back in the chat what stands on a page.
        for comment in scope.comments where comment.origin == .chat && !comment.isRemoved {
            if comment.isSaid(byAnyOf: banned) {
                leftOut[comment.label] = .banned
            } else if holdBackMinutes > 0, let writtenAt = comment.writtenAt?.milliseconds, writtenAt > readTo
            {
                leftOut[comment.label] = .recent
            }
        }
        self.leftOut = leftOut
        self.holdBackMinutes = holdBackMinutes
    }

    func count(_ reason: LeftOut) -> Int { leftOut.values.count { $0 == reason } }
}

extension Comment {
    /// Whether one of these said it in the chat: what stands on a page is by people of other places.
    func isSaid(byAnyOf people: Set<UserID>) -> Bool {
        origin == .chat && author.map { people.contains(UserID($0)) } == true
    }
}
