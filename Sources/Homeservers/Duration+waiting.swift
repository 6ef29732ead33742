extension Duration {
    /// How long a homeserver asks to wait; nil for what is no time to wait, and at most an hour.
    ///
    /// A stranger writes the number: it may be none, or one that no clock reaches.
    init?(waiting seconds: Double?) {
        guard let seconds, seconds.isFinite, seconds > 0 else { return nil }
        self = .seconds(min(seconds, 3600))
    }
}
