extension WordSource {
    /// The words of an event of the chat, be it kept as a comment or not.
    public static func event(_ id: EventID) -> WordSource { WordSource(origin: .chat, id: id.rawValue) }
}
