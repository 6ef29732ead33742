package import Discussion

/// What an import made of the comments of a source.
package struct ThreadImport: Hashable, Sendable {
    /// Comments that were not known before.
    package var new = 0
    /// Known ones that have other words now.
    package var edited = 0
    /// Known ones that are as they were.
    package var unchanged = 0
    /// Comments that were removed here, or whose author was, and stay away.
    package var removed = 0
    /// Comments that came a second time under the same id.
    package var repeated = 0
    /// Comments that stand at the top, since what they answer is nowhere.
    package var orphans = 0
    /// Comments that stand at the top, since they answered themselves over others.
    package var loops = 0
    /// Comments that are known from there, and were not there any more, at most ``mostMissing`` of ``missingCount``.
    package var missing: [CommentLabel] = []
    package var missingCount = 0

    /// More than anybody reads.
    package static let mostMissing = 20
}
