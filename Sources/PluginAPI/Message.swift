/// What the bot says, as blocks that are shown both as plain text and as HTML.
public struct Message: Hashable, Sendable, Codable {
    /// A part of a message.
    public enum Block: Hashable, Sendable, Codable {
        /// What the blocks below it are about; its characters mean nothing but themselves.
        case heading(String)
        /// A paragraph; what stands in backticks is code.
        case text(String)
        /// A paragraph whose characters mean nothing but themselves.
        case verbatim(String)
        /// Words of a source, one element a paragraph, exactly as they stand there.
        case quotation([String])
        /// Lines with a depth, 0 at the margin; what stands in backticks is code.
        case outline([Line])
        /// Passages as they were and as they are now, a paragraph each.
        case changes([Change])
    }

    /// A line of an outline.
    public struct Line: Hashable, Sendable, Codable {
        /// How far it is moved in, from 0.
        public let depth: Int
        /// Its words.
        public let text: String

        /// A line at a depth.
        public init(_ text: String, depth: Int = 0) {
            self.depth = depth
            self.text = text
        }
    }

    /// Its parts, in order.
    public var blocks: [Block]
    /// The addresses of what it shows: a reply to it is about these.
    public var shown: [PassageReference]
    /// A name by which its plugin can refer to it later; see ``MessageReference/sent(_:)``.
    public var name: String?
    /// Whose words it holds, beside those of the statement. When they are taken back, so is the message.
    public var sources: [WordSource]
    /// The revision of the statement that it shows, where that is not the latest.
    public var revision: Int?

    /// A message of blocks.
    public init(
        _ blocks: [Block],
        shown: [PassageReference] = [],
        name: String? = nil,
        sources: [WordSource] = [],
        revision: Int? = nil
    ) {
        self.blocks = blocks
        self.shown = shown
        self.name = name
        self.sources = sources
        self.revision = revision
    }

    /// One paragraph; what stands in backticks is code.
    public init(_ text: String) {
        self.init([.text(text)])
    }

    /// A quotation: the words, then a line that says what they are and where they stand.
    public init(_ quotation: Quotation) {
        self.init(
            [.quotation(quotation.paragraphs), .text(quotation.sourceLine)],
            shown: [quotation.reference],
            sources: [quotation.wordSource].compactMap(\.self)
        )
    }
}

extension Quotation {
    /// What the words are and where they stand: `On the invasion of Ukraine: …, paragraph 4, sentence 1 · 4.1`.
    public var sourceLine: String {
        let line = "— \(source) · \(reference)"
        return link.map { "\(line) · \($0)" } ?? line
    }
}
