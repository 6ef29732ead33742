extension PluginInput {
    /// The command that is answered, be it for the first time or again; nil for an event.
    public var invocation: Invocation? {
        switch self {
        case .command(let invocation): invocation
        case .withdrawn(let withdrawal): withdrawal.invocation
        case .event: nil
        }
    }

    /// Whose words it holds.
    public var author: UserID {
        switch self {
        case .command(let invocation): invocation.sender
        case .withdrawn(let withdrawal): withdrawal.invocation.sender
        case .event(let event): event.sender
        }
    }
}
