internal import Discussion

/// The numbered paragraphs of a statement, each with what was said about it.
struct StatementText {
    let volume: Volume
    let here: SitePath

    private static let mostNotes = 2
    /// Beside a shorter paragraph there is room for one.
    private static let longParagraph = 260

    var markup: Markup? {
        get throws {
            let counts = try volume.archive.counts(on: volume.number)
            guard !volume.statement.paragraphs.isEmpty || counts[0] != nil else { return nil }
            let above = try notes(on: 0, of: counts, limit: Self.mostNotes).map {
                "<div class=\"passage above\">\n\($0)</div>\n" as Markup
            }
            return """
                <section class="text" aria-labelledby="text-title">
                <h2 class="hidden" id="text-title">The text</h2>
                \(above)\(try volume.statement.paragraphs.map { try passage($0, counts) })</section>

                """
        }
    }

    private func passage(_ paragraph: Paragraph, _ counts: [Int: Int]) throws -> Markup {
        let id = "p\(paragraph.index)"
        let isLong = paragraph.text.utf8.count >= Self.longParagraph
        let notes = try notes(on: paragraph.index, of: counts, limit: isLong ? Self.mostNotes : 1)
        return """
            <div class="passage">
            <div class="paragraph" id="\(id)">
            <a class="number" href="#\(id)" aria-label="Paragraph \(paragraph.index)">\(paragraph.index)</a>
            <p class="e-content" dir="auto">\(sentences(of: paragraph))</p>
            </div>
            \(notes)</div>

            """
    }

    /// Each sentence with its address, and what stands between them as it is.
    private func sentences(of paragraph: Paragraph) -> Markup {
        let scalars = Array(paragraph.text.unicodeScalars)
        var markup: Markup = ""
        var end = 0
        for sentence in paragraph.sentences where sentence.start >= end && sentence.end <= scalars.count {
            let id = "p\(paragraph.index).\(sentence.index)"
            markup += "\(text(scalars[end..<sentence.start]))"
            markup +=
                "<span class=\"sentence\" id=\"\(id)\">\(text(scalars[sentence.start..<sentence.end]))</span>"
            end = sentence.end
        }
        return markup + "\(text(scalars[end...]))"
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private func notes(on paragraph: Int, of counts: [Int: Int], limit: Int) throws -> Markup? {
        guard let count = counts[paragraph], count > 0 else { return nil }
        let comments = try volume.archive.comments(
            on: volume.number,
            aboutParagraph: paragraph,
            limit: limit
        )
        let link = here.link(to: .paragraph(volume.number, paragraph))
        let what = paragraph == 0 ? "the heading" : "paragraph \(paragraph)"
        return """
            <div class="notes">
            <h3><a href="\(link)">\(CountWords.of(count, "comment", "comments")) <span class="hidden">on \(what)</span></a></h3>
            <ul>
            \(comments.map(note))</ul>
            </div>

            """
    }

    private func note(_ comment: PublishedComment) -> Markup {
        let passage = comment.comment.passage.flatMap {
            $0.isWholeParagraph ? nil : volume.link(to: $0, from: here)
        }
        let address: Markup? = passage.map { " on \($0)" }
        let words =
            comment.comment.isRemoved
            ? "Its words were removed." : Excerpt.of(comment.comment.paragraphs, most: Excerpt.short)
        return """
            <li><p class="said" dir="auto">\(words)</p>
            <p class="facts"><a href="\(volume.link(to: comment, from: here))"><bdi>\(comment.authorName)</bdi></a>\(address)</p></li>

            """
    }
}

extension PassageReference {
    fileprivate var isWholeParagraph: Bool {
        guard case .statement(let range) = self else { return false }
        return range.first == range.last && range.first.sentence == nil
    }
}
