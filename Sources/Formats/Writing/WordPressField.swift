/// What WordPress keeps beside a post or a comment, by a name, without looking into it.
struct WordPressField {
    private let name: String
    private let value: String

    /// Nothing where there is no value.
    init?(_ name: String, _ value: String?) {
        guard let value else { return nil }
        self.name = "rapporteur_" + name
        self.value = value
    }

    /// Only where something is so.
    init?(_ name: String, _ isSo: Bool) {
        self.init(name, isSo ? "1" : nil)
    }

    func element(_ element: String) -> String {
        "<\(element)><wp:meta_key>\(name.cdata)</wp:meta_key><wp:meta_value>\(value.cdata)</wp:meta_value></\(element)>\n"
    }
}
