/// A text that is the same as another only where all their scalars are: to strings, composed letters and decomposed
/// ones are the same.
struct ExactText: Hashable {
    let text: String

    static func == (one: ExactText, other: ExactText) -> Bool {
        one.text == other.text && one.text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
    }

    // The same strings have the same hash; equal exact texts are the same strings.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
