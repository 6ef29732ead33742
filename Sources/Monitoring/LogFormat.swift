/// How records are written, one a line.
package enum LogFormat: String, CaseIterable, Sendable {
    /// Words for people, with `key=value` after them.
    case text
    /// One JSON object.
    case json
}
