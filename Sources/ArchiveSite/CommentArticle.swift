internal import Discussion

/// A comment, whole, as the pages show it.
struct CommentArticle {
    let comment: PublishedComment
    let volume: Volume
    let here: SitePath
    /// The level of its heading.
    let level: Int
    /// The comment that it answers, where it does not stand right below it.
    var answered: PublishedComment?
    /// Whether all that is around it was said in chat on the same day.
    var isInChatLog = false

    var markup: Markup {
        if comment.comment.isRemoved { return tombstone }
        return """
            <article class="comment u-comment h-cite\(comment.comment.origin == .chat ? " chat" : "")" id="\(comment.anchor)">
            <header>
            \(heading)\(factLine)</header>
            <div class="words e-content"\(language)>
            \(words)</div>
            \(reactions)</article>

            """
    }

    private var tombstone: Markup {
        let answer: Markup? = answer.map { "<p class=\"facts\">\($0)</p>\n" }
        return """
            <article class="comment removed" id="\(comment.anchor)">
            <h\(level)><a href="\(link)">\("Comment " + comment.key)</a></h\(level)>
            \(answer)<p class="gone">Its words were removed.</p>
            </article>

            """
    }

    private var link: String { volume.permanentLink(to: comment, from: here) }

    /// Who wrote it; where nobody knows, the comment's own name, which is its link, too.
    private var heading: Markup {
        guard let author = comment.author else {
            return "<h\(level)><a class=\"u-url\" href=\"\(link)\">\(comment.authorName)</a></h\(level)>\n"
        }
        return "<h\(level) class=\"p-author h-card\"><bdi class=\"p-name\">\(author)</bdi></h\(level)>\n"
    }

    private var factLine: Markup? {
        let facts = facts
        return facts.isEmpty ? nil : "<p class=\"facts\">\(facts.joined(separator: " · "))</p>\n"
    }

    private var facts: [Markup] {
        var facts: [Markup] = []
        if comment.author != nil {
            facts.append("<a class=\"u-url\" href=\"\(link)\">\("#" + comment.key)</a>")
        }
        if let date = comment.comment.writtenAt.map(SiteDate.init) {
            let words = isInChatLog ? date.clock : date.instant
            facts.append("<time class=\"dt-published\" datetime=\"\(date.iso)\">\(words)</time>")
        }
        if comment.comment.origin == .chat, !isInChatLog { facts.append("in chat") }
        if comment.isPseudonym { facts.append("a pseudonym") }
        if comment.comment.isEdited { facts.append("edited") }
        if let passage = comment.comment.passage, let link = volume.link(to: passage, from: here) {
            facts.append("on \(link)")
        }
        if let answer { facts.append(answer) }
        return facts
    }

    private var answer: Markup? {
        guard let answered else { return nil }
        let link = volume.link(to: answered, from: here)
        let name = answered.comment.isRemoved ? "a removed comment" : answered.authorName
        return "in reply to <a href=\"\(link)\"><bdi>\(name)</bdi></a>"
    }

    private var language: Markup {
        guard let language = volume.settings.language, language != "en" else { return "" }
        return " lang=\"\(language)\""
    }

    private var words: [Markup] {
        comment.comment.paragraphs.map { "<p dir=\"auto\">\($0.text)</p>\n" }
    }

    private var reactions: Markup? {
        guard !comment.comment.reactions.isEmpty else { return nil }
        let items = comment.comment.reactions.map { reaction -> Markup in
            "<li><bdi>\(reaction.key)</bdi> <span class=\"count\">\(CountWords.grouped(reaction.count))</span></li>\n"
        }
        return "<p class=\"hidden\">Reactions:</p>\n<ul class=\"reactions\">\n\(items)</ul>\n"
    }
}
