internal import Summaries

/// Summaries as a page of HTML that needs nothing but itself.
package enum SummaryPage {
    /// Everything before the first summary.
    package static func head(title: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <title>\(title.escaped)</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>

        """
    }

    /// One summary.
    package static func article(_ report: SummaryReport) -> String {
        let title = report.title.isEmpty ? "Summary" : report.title
        let groups = report.groups.map { group in
            let heading = group.heading.map { "<h2 dir=\"auto\">\($0.escaped)</h2>\n" } ?? ""
            return "<section>\n\(heading)\(group.parts.map { element($0, report) }.joined())</section>\n"
        }
        let last = report.lastLines.map { "<p>\($0.escaped)</p>\n" }.joined()
        return
            "<article>\n<h1 dir=\"auto\">\(title.escaped)</h1>\n\(groups.joined())<footer>\n\(last)</footer>\n"
            + "</article>\n"
    }

    /// Everything after the last summary.
    package static let tail = "</main>\n</body>\n</html>\n"

    private static func element(_ part: WrittenSummary.Part, _ report: SummaryReport) -> String {
        switch part {
        case .prose(let sentences):
            return "<p dir=\"auto\">\(sentences.map(\.line).joined(separator: " ").escaped)</p>\n"
        case .passage(let passage):
            let facts = report.facts(about: passage)
            let label = "<b>\("\(passage.comment)".escaped)</b>"
            return """
                <figure>
                <blockquote cite="\("\(passage.comment)".escaped)"><p dir="auto">\(words(of: passage))</p></blockquote>
                <figcaption>\(facts.isEmpty ? label : "\(label), <span>\(facts.escaped)</span>")</figcaption>
                </figure>

                """
        }
    }

    private static func words(of passage: ChosenPassage) -> String {
        passage.sentences.map(\.text).joined(separator: " ").escaped
    }

    private static let style = """
        :root { color-scheme: light dark; --quiet: #595959; --line: #b9c4d0; }
        @media (prefers-color-scheme: dark) { :root { --quiet: #a8a8a8; --line: #46525f; } }
        body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 42rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
        article + article { border-top: 1px solid var(--line); margin-top: 3rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        h2 { font-size: 1.125rem; margin: 2rem 0 0; }
        figure { margin: 1.25rem 0; }
        blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 0.25rem solid var(--line); }
        blockquote p { margin: 0; white-space: pre-line; }
        figcaption, footer { color: var(--quiet); font-size: 0.9375rem; }
        figcaption { margin-top: 0.25rem; padding-inline-start: 1.25rem; }
        footer { margin-top: 2rem; }
        footer p { margin: 0.25rem 0; }
        """
}

extension String {
    /// As it can stand in an element or in quotation marks of an attribute.
    fileprivate var escaped: String {
        var escaped = ""
        for scalar in printable.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
