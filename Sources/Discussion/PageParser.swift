/// Reads a page as people copy it from a website: a statement, and the comments under it, as plain text.
///
/// - One line is one paragraph; blank lines only separate. White space is folded, and nothing else is
///   changed.
/// - The first line is the title. A line that stands alone below it, with a body after it, may be the
///   standfirst: ``Standfirst/isStandfirst(_:before:)`` has the rules.
/// - Where the body's paragraphs are set apart by blank lines, but the first line runs into the second and no
///   other does, the first is the caption of a picture.
/// - The comments begin at an indented number after a blank line: `1.`, `1)`, `(1)`, `a.`; another first
///   number needs a second that follows it. The next comment has the next number in line with it. Text
///   without indentation below them means that they were a list in the body, unless replies stand among
///   them.
/// - An indented bullet after a blank line is a reply to the comment that it stands right of. Every
///   other line continues the deepest comment whose words do not begin right of it.
public enum PageParser {
    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8; a byte order mark, CR LF and CR are understood. The caller limits
    ///     their number.
    ///   - sha256: The file's checksum, handed on in ``ParsedPage/source``.
    /// - Throws: ``ParseError`` where the bytes are no text.
    public static func parse(_ bytes: [UInt8], sha256: String? = nil) throws(ParseError) -> ParsedPage {
        let text = try PageText.decode(bytes)
        let lines = PageLine.lines(of: text)
        guard let title = lines.firstIndex(where: { !$0.isBlank }) else { throw .empty }
        let thread = CommentRun.thread(in: lines, after: title)
        let body = PageBody(lines[(title + 1)..<(thread?.lines.first ?? lines.count)].filter { !$0.isBlank })
        return ParsedPage(
            source: SourceInfo(
                sha256: sha256,
                bytes: bytes.count,
                lines: lines.count,
                codePoints: text.count,
                encoding: "utf-8"
            ),
            title: ParsedParagraph(index: 0, line: lines[title], from: lines[title].start).paragraph.text,
            standfirst: body.standfirst,
            caption: body.caption,
            paragraphs: body.paragraphs,
            parsedComments: thread.map { ThreadParser.comments(in: lines, of: $0) } ?? []
        )
    }
}

extension PageParser {
    /// Why bytes are not a page.
    public enum ParseError: Error, Hashable, CustomStringConvertible {
        /// Nothing, or only white space.
        case empty
        /// A zero byte, which no text has.
        case binary(offset: Int)
        /// A byte that no UTF-8 has at that place.
        case notUTF8(line: Int, offset: Int)
        /// A text in another encoding, by its byte order mark: `UTF-16` or `UTF-32`.
        case otherEncoding(String)

        /// One sentence that says what was found and what to do.
        public var description: String {
            switch self {
            case .empty: "The file is empty; it should begin with the title of the statement."
            case .binary(let offset):
                "The file is not a text: byte \(offset + 1) is zero; save the page as plain text in UTF-8."
            case .notUTF8(let line, let offset):
                "The file is not UTF-8: line \(line), byte \(offset + 1) is stray; save it as UTF-8."
            case .otherEncoding(let name):
                "The file is \(name) but must be UTF-8; convert it with `iconv -f \(name) -t UTF-8`."
            }
        }
    }
}
