package import Discussion
internal import Foundation

/// Reads a post and all comments under it through WordPress's REST API.
///
/// The site tells in the post's page where its API is. Memory does not grow with the number of comments, but for their
/// ids.
package struct WordPressSource: DiscussionSource, Sendable {
    private let address: String
    private let web: WordPressWeb
    private let paragraphs: @Sendable (_ html: String) -> [String]

    /// - Parameters:
    ///   - address: Of the post, as people open it.
    ///   - fetch: The answer of a site, whatever its status; redirects were followed.
    ///   - paragraphs: The paragraphs of a piece of HTML, without tags and entities.
    ///   - pause: Waits, where the site asks for it.
    package init(
        address: String,
        fetch: @escaping @Sendable (_ url: String) async throws -> WebAnswer,
        paragraphs: @escaping @Sendable (_ html: String) -> [String],
        pause: @escaping @Sendable (_ duration: Duration) async throws -> Void
    ) {
        self.address = address
        self.paragraphs = paragraphs
        web = WordPressWeb(fetch: fetch, pause: pause)
    }

    /// - Throws: ``ReadError``, also for a page that is not WordPress's: see ``ReadError/leavesThePage``.
    package func read(_ body: (SourcePiece) async throws -> Void) async throws {
        let page = try await web.answer(from: address)
        guard (200..<300).contains(page.status) else { throw ReadError.status(page.status) }
        guard let site = WordPressSite(of: page) else { throw ReadError.notWordPress }
        let post = try await post(of: site)
        if post.content?.protected == true { throw ReadError.protected }
        var pages = WordPressCommentPages(web: web, site: site, post: post.id)
        // Before the first piece: if it is the comments that are not open, the page itself may have both.
        let first = try await pages.page(from: 0)
        try await body(try await statement(post, of: site))
        try await pages.read(startingWith: first) { comment in
            for piece in pieces(of: comment, under: post) { try await body(piece) }
        }
    }

    /// The first candidate that the API has.
    private func post(of site: WordPressSite) async throws -> WordPressPost {
        var failure = ReadError.noPost
        for candidate in site.candidates {
            do {
                let json = try await web.json(from: candidate).body
                if let post = try Self.post(in: json, at: site.page) { return post }
            } catch ReadError.noPost {
            } catch let error as ReadError where error.leavesThePage {
                failure = error  // another candidate may be better
            }
        }
        throw failure
    }

    /// The post, or of several that share a name the one at this address; nil where there is none.
    private static func post(in json: [UInt8], at page: String) throws(ReadError) -> WordPressPost? {
        guard let elements = JSONElements.elements(of: json) else {
            guard let post = WordPressPost(json[...]) else { throw .unreadable("The post") }
            return post
        }
        return elements.lazy.compactMap(WordPressPost.init(_:)).first {
            $0.link.map { WordPressSite.isSame($0, page) } ?? false
        }
    }
}

extension WordPressSource {
    private func statement(_ post: WordPressPost, of site: WordPressSite) async throws -> SourcePiece {
        let title = text(of: post.title?.rendered) ?? ""
        let link = post.link ?? site.page
        if let status = post.status, status != "publish" {
            return .remark(SourceRemark(.statementNotPublished, at: title.isEmpty ? link : title))
        }
        let paragraphs = paragraphs(post.content?.rendered ?? "")
        if paragraphs.isEmpty { return .remark(SourceRemark(.statementWithoutText, at: link)) }
        return .statement(
            SourceStatement(
                title: title,
                paragraphs: paragraphs,
                publisher: try await name(of: site),
                sourceURL: link
            )
        )
    }

    /// The site's name. A site may close this and nothing else: then it has none.
    private func name(of site: WordPressSite) async throws -> String? {
        struct Root: Decodable {
            let name: String
        }
        do {
            let json = try await web.json(from: site.address(of: "", asking: "_fields=name")).body
            return text(of: try JSONDecoder().decode(Root.self, from: Data(json)).name)
        } catch is ReadError {
            return nil
        } catch is DecodingError {
            return nil
        }
    }

    private func pieces(of comment: WordPressComment?, under post: WordPressPost) -> [SourcePiece] {
        guard let comment else { return [.remark(SourceRemark(.commentUnreadable, at: "post \(post.id)"))] }
        let id = "comment-\(comment.id)"
        func remark(_ kind: SourceRemark.Kind) -> [SourcePiece] { [.remark(SourceRemark(kind, at: id))] }
        guard ["comment", ""].contains(comment.type ?? "") else { return remark(.pingback) }
        guard ["approved", ""].contains(comment.status ?? "") else { return remark(.commentNotApproved) }
        let paragraphs = paragraphs(comment.content ?? "")
        guard !paragraphs.isEmpty else { return remark(.commentWithoutWords) }
        let writtenAt = comment.writtenAt
        let piece = SourcePiece.comment(
            SourceComment(
                id: id,
                parent: comment.parent.flatMap { $0 == 0 ? nil : "comment-\($0)" },
                author: text(of: comment.author),
                paragraphs: paragraphs,
                writtenAt: writtenAt
            )
        )
        return (comment.date != nil && writtenAt == nil ? remark(.dateUnreadable) : []) + [piece]
    }

    /// HTML that is no more than a line; nil where it says nothing.
    private func text(of html: String?) -> String? {
        let text = paragraphs(html ?? "").joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
