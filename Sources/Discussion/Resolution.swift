/// Where words that were quoted from one revision of a statement stand in another; never guessed.
public enum Resolution: Hashable, Sendable {
    /// They stand at the same address.
    case exact
    /// They stand at another address, the smallest that holds them: where they are no longer whole sentences, it
    /// shows more than them.
    case moved(to: PassageReference)
    /// They stand nowhere, or at several places that nothing tells apart; `copies` is the number of these.
    case gone(copies: Int)
}
