/// The first and the last sign of some words, as far as they keep a browser from finding them.
struct PieceEdges {
    /// Whether there is nothing to find.
    let isEmpty: Bool
    let opensHidden: Bool
    let closesHidden: Bool
    /// Whether the last sign is not seen and belongs to the word before it: a mark of direction, a soft hyphen.
    let closesAttached: Bool

    init(_ scalars: ArraySlice<Unicode.Scalar>, hasLetters: Bool) {
        isEmpty = !hasLetters
        opensHidden = scalars.first?.isHidden ?? false
        closesHidden = scalars.last?.isHidden ?? false
        closesAttached = scalars.last.map { $0.isHidden && WordBreakKind.of($0) == .extender } ?? false
    }
}

extension Unicode.Scalar {
    /// Not those that join two letters or keep them apart: what is shown as one is found as one.
    fileprivate var isHidden: Bool {
        let category = properties.generalCategory
        return (category == .format || category == .control) && self != "\u{200C}" && self != "\u{200D}"
    }
}
