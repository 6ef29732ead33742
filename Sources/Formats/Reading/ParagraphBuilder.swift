internal import Markup

/// Makes paragraphs of marked-up text: what stands between two blocks, line breaks included, in its own words.
///
/// What a browser does not show as words (scripts, styles, templates, pictures) is left out.
struct ParagraphBuilder {
    /// Whether a blank line begins a paragraph too, as in what WordPress keeps.
    private let splitsAtBlankLines: Bool
    /// Whether what is quoted says so with `> `, so that nobody takes it for the words of who quotes.
    private let marksQuotes: Bool

    private var paragraphs: [String] = []
    private var current: [UInt8] = []
    private var hasBlank = false
    private var lineFeeds = 0
    private var hidden = 0
    private var quotes = 0

    init(splitsAtBlankLines: Bool, marksQuotes: Bool) {
        self.splitsAtBlankLines = splitsAtBlankLines
        self.marksQuotes = marksQuotes
    }

    mutating func add(_ event: MarkupEvent) {
        switch event {
        case .start(let element): start(element.name.local)
        case .end(let name): end(name.local)
        case .text(let text): add(text)
        case .longText: break
        }
    }

    mutating func start(_ name: String) {
        if hidden > 0 || Self.hiding.contains(name) {
            hidden += 1
            return
        }
        if Self.breaking.contains(name) { endParagraph() }
        if Self.spacing.contains(name) { hasBlank = true }
        if name == "blockquote" { quotes += 1 }
    }

    mutating func end(_ name: String) {
        if hidden > 0 {
            hidden -= 1
            return
        }
        if Self.breaking.contains(name) { endParagraph() }
        if name == "blockquote", quotes > 0 { quotes -= 1 }
    }

    mutating func add(_ text: String) {
        guard hidden == 0 else { return }
        for byte in text.utf8 {
            switch byte {
            case 0x0A:
                hasBlank = true
                lineFeeds += 1
            case 0x20, 0x09, 0x0D, 0x0C: hasBlank = true
            default: append(byte)
            }
        }
    }

    /// The paragraphs, once all is added.
    mutating func finish() -> [String] {
        endParagraph()
        return paragraphs
    }

    private mutating func append(_ byte: UInt8) {
        if hasBlank {
            if lineFeeds > 1, splitsAtBlankLines { endParagraph() }
            if !current.isEmpty { current.append(0x20) }
            (hasBlank, lineFeeds) = (false, 0)
        }
        current.append(byte)
    }

    private mutating func endParagraph() {
        defer {
            current.removeAll(keepingCapacity: true)
            (hasBlank, lineFeeds) = (false, 0)
        }
        let text = String(decoding: current, as: UTF8.self).readable
        guard text.hasWords else { return }
        let mark = marksQuotes ? String(repeating: "> ", count: min(quotes, Self.mostMarks)) : ""
        paragraphs.append(mark + text)
    }

    /// Quotations in quotations end somewhere; made-up ones do not.
    private static let mostMarks = 8

    private static let hiding: Set<String> = [
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "audio",
        "video",
        "head", "textarea", "select", "button",
    ]

    private static let spacing: Set<String> = ["td", "th", "img"]

    private static let breaking: Set<String> = [
        "p", "br", "div", "blockquote", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5",
        "h6", "hr",
        "pre", "table", "caption", "tr", "section", "article", "aside", "header", "footer", "main", "nav",
        "figure",
        "figcaption", "address", "details", "summary", "form", "fieldset", "body", "center", "hgroup",
        "search",
    ]
}
