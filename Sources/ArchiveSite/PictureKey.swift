/// What the patterns of the pictures mean, beside each a piece of it.
enum PictureKey {
    static let page = item("page", "on the page", "")
    static let chat = item("chat", "in chat", " fill=\"url(#hatch)\"")
    static let removed = item("removed", "removed", "")

    /// Stands once on a page that has pictures.
    static let pattern: Markup = """
        <svg class="patterns" aria-hidden="true" width="0" height="0">
        <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-paper" width="5" height="5"/><rect class="hatch-line" width="2" height="5"/></pattern></defs>
        </svg>

        """

    private static func item(_ kind: Markup, _ words: Markup, _ fill: Markup) -> Markup {
        """
        <span class="key"><svg aria-hidden="true" width="16" height="16">\
        <rect class="\(kind)"\(fill) x="1" y="1" width="14" height="14"/></svg> \(words)</span>

        """
    }
}

extension Double {
    /// With two digits behind the point.
    var short: String {
        let hundredths = Int((self * 100).rounded())
        let rest = abs(hundredths % 100)
        let whole = "\(hundredths < 0 ? "-" : "")\(abs(hundredths / 100))"
        return rest == 0 ? whole : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
