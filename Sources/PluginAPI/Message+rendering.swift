extension Message {
    /// The message for clients without HTML: quotations after `> `, outlines moved in.
    public var plainText: String {
        blocks.map(\.plainText).joined(separator: "\n\n")
    }

    /// The message as HTML, with only tags that the specification of Matrix allows.
    public var html: String {
        blocks.map(\.html).joined()
    }
}

extension Message.Block {
    var plainText: String {
        switch self {
        case .heading(let text), .text(let text), .verbatim(let text):
            text
        case .quotation(let paragraphs):
            paragraphs.map { "> \($0)" }.joined(separator: "\n>\n")
        case .outline(let lines):
            lines.map { String(repeating: "    ", count: $0.depth) + $0.text }.joined(separator: "\n")
        case .changes(let changes):
            changes.map(\.plainText).joined(separator: "\n\n")
        }
    }

    var html: String {
        switch self {
        case .heading(let text):
            "<h4>\(text.escapedForHTML)</h4>"
        case .text(let text):
            "<p>\(text.escapedForHTML.withCode)</p>"
        case .verbatim(let text):
            "<p>\(text.escapedForHTML)</p>"
        case .quotation(let paragraphs):
            "<blockquote>" + paragraphs.map { "<p>\($0.escapedForHTML)</p>" }.joined() + "</blockquote>"
        case .outline(let lines):
            Self.list(of: lines)
        case .changes(let changes):
            changes.map { "<p>\($0.html)</p>" }.joined()
        }
    }

    /// Nested lists; a depth that skips levels counts as one more than the line before.
    private static func list(of lines: [Message.Line]) -> String {
        var html = ""
        // The depths of the lists that are open, outermost first.
        var open: [Int] = []
        for line in lines {
            let depth = min(line.depth, Message.deepestList)
            if let innermost = open.last, depth <= innermost {
                html += "</li>"
                while open.count > 1, open[open.count - 2] >= depth {
                    html += "</ul></li>"
                    open.removeLast()
                }
                open[open.count - 1] = depth
            } else {
                html += "<ul>"
                open.append(depth)
            }
            html += "<li>\(line.text.escapedForHTML.withCode)"
        }
        return html + String(repeating: "</li></ul>", count: open.count)
    }
}

extension Message {
    /// Clients refuse HTML that is nested deeper than 100; a thread is shown flat below this.
    static let deepestList = 12
}

extension String {
    /// The text with the characters that mean something in HTML replaced, and line feeds kept.
    var escapedForHTML: String {
        var escaped = ""
        escaped.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "<br>"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text with what stands between two backticks as code.
    var withCode: String {
        let parts = split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return self }
        var html = ""
        for (position, part) in parts.enumerated() {
            // Without a partner the last backtick is only a backtick.
            let isCode = position % 2 == 1 && position < parts.count - 1
            html += isCode ? "<code>\(part)</code>" : (position % 2 == 1 ? "`\(part)" : String(part))
        }
        return html
    }
}
