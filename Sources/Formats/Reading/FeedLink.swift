internal import Markup

/// A link of a feed to the page that it is about: RSS has its address as text, Atom as an attribute.
struct FeedLink {
    let address: String

    init?(_ element: MarkupElement, _ text: String) {
        let relation = element["rel"] ?? "alternate"
        guard relation == "alternate", let address = (element["href"] ?? text).webAddress else { return nil }
        self.address = address
    }
}
