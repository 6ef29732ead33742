/// What is new for one reader, with the position after it.
struct SyncAnswer: Sendable {
    let json: JSONText
    let position: StreamPosition
    /// Whether it tells of nothing but the position.
    let isEmpty: Bool
}
