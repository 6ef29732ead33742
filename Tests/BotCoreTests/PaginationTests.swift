@testable import BotCore
import PluginAPI
import Testing

@Suite struct `A long answer` {
    private let pagination = Pagination(limit: 100, moreCommand: "!more")

    /// All pages, as a person sees them who asks for more until there is no more.
    private func pages(of message: Message) -> [Message] {
        var pages: [Message] = []
        var rest: Message? = message
        while let message = rest, pages.count < 10_000 {
            let (first, next) = pagination.pages(of: message)
            pages.append(next == nil ? first : Message(first.blocks.dropLast()))
            rest = next
        }
        return pages
    }

    private func words(_ messages: [Message]) -> [Substring] {
        messages.flatMap { message in
            message.blocks.flatMap { block -> [String] in
                switch block {
                case .heading(let text), .text(let text), .verbatim(let text): [text]
                case .quotation(let paragraphs): paragraphs
                case .outline(let lines): lines.map(\.text)
                case .changes(let changes): changes.flatMap { [$0.label] + $0.runs.map(\.words) }
                }
            }
        }.flatMap { $0.split(whereSeparator: \.isWhitespace) }
    }

    private static let long = (1...60).map { "word\($0)" }.joined(separator: " ")
    private static let messages: [Message] = [
        Message(long),
        Message([.verbatim(long), .text("tail")]),
        Message([.quotation([long, "short", long]), .text("— source")]),
        Message([.text("head"), .outline((1...40).map { Message.Line("line \($0)", depth: $0 % 5) })]),
        Message([.outline([Message.Line(long, depth: 2), Message.Line("last")])]),
        Message([.outline([Message.Line(long)])]),
        Message([.heading(long), .heading("b"), .quotation([long]), .verbatim("— " + long), .heading("end")]),
        // A paragraph that would just fit without what stands around it.
        Message([.quotation([String(repeating: "a", count: 98), "b"])]),
        Message([.quotation([String(repeating: "a ", count: 49), "b", "c"])]),
        Message((1...30).map { .text("paragraph \($0)") }),
        Message([.text(" " + long), .text("\n\n\n"), .text(long + " ")]),
        Message([.outline([Message.Line(long, depth: 40)])]),
        Message([.outline((1...5).map { Message.Line("deep \($0)", depth: 40) })]),
        Message([
            .changes([Message.Change("4", runs: [.kept("a "), .removed(long), .added(long), .leftOut])])
        ]),
        Message([.text("head"), .changes([Message.Change("4 (was 3)", runs: [.added(long)])]), .text("tail")]
        ),
        Message((1...30).map { .changes([Message.Change("\($0)", runs: [.removed("was"), .added("is")])]) }),
        Message([.changes((1...30).map { Message.Change("\($0)", runs: [.kept("is "), .added("\($0)")]) })]),
    ]

    @Test(arguments: messages.indices)
    func `loses no word and comes to an end`(index: Int) {
        let message = Self.messages[index]
        let pages = pages(of: message)
        #expect(words(pages) == words([message]))
        #expect(pages.count < 60)
        for page in pages { #expect(!page.blocks.isEmpty) }
    }

    @Test(arguments: messages.indices)
    func `has pages that can be read on a phone`(index: Int) {
        for page in pages(of: Self.messages[index]) {
            // What a line is moved in by is not cut.
            #expect(page.plainText.unicodeScalars.count < 100 + 170)
        }
    }

    @Test func `keeps a quotation whole and with its source, and a heading with what it heads`() {
        let quotation = Message.Block.quotation([String(repeating: "word ", count: 6) + "end"])
        let passage = [quotation, .verbatim("— 1 · #c1, @ada:demo")]
        let message = Message(
            passage + passage + [.heading("Walls and towers")] + passage + [.verbatim("Read 1.")]
        )
        let pages = pages(of: message)
        #expect(
            pages.map(\.blocks) == [
                passage, passage, [.heading("Walls and towers")] + passage + [.verbatim("Read 1.")],
            ]
        )
    }

    @Test func `is cut between changes, and in one only where a page cannot hold it`() {
        let short = (1...9).map {
            Message.Change("\($0)", runs: [.kept("was "), .added("is now and later")])
        }
        let head = String(repeating: "head ", count: 16)
        let pages = pages(of: Message([.text(head), .changes(short)]))
        #expect(pages.count == 4)
        #expect(
            pages.flatMap(\.blocks).flatMap { block -> [Message.Change] in
                if case .changes(let changes) = block { changes } else { [] }
            } == short
        )
        let long = Message.Change("4", runs: [.removed(Self.long), .leftOut, .added("end")])
        let first = pagination.pages(of: Message([.changes([long])])).first.plainText
        #expect(first.hasPrefix("4: [-word1 word2 "))
        #expect(first.split(separator: "\n").first?.hasSuffix("-]") == true)
    }

    @Test func `says on each page whose words it holds, and of which revision it is`() throws {
        var message = Message(
            [.quotation([Self.long])],
            name: "x",
            sources: [.event(EventID("$1"))],
            revision: 1
        )
        message.shown = [.title]
        let (first, rest) = pagination.pages(of: message)
        for page in [first, try #require(rest)] {
            #expect(page.sources == message.sources)
            #expect(page.revision == 1)
            #expect(page.shown == [.title])
        }
        #expect(first.name == "x" && rest?.name == nil)
    }

    @Test func `is cut inside a word only where there is nothing else`() {
        let message = Message(String(repeating: "x", count: 250))
        let pages = pages(of: message)
        #expect(pages.map { $0.plainText.count } == [100, 100, 50])
    }

    @Test func `keeps every scalar of a letter with 10,000 marks`() {
        let marks = "e" + String(repeating: "\u{301}", count: 10_000)
        let pages = pages(of: Message(marks))
        #expect(pages.map(\.plainText).joined().unicodeScalars.elementsEqual(marks.unicodeScalars))
        #expect(pages.allSatisfy { $0.plainText.unicodeScalars.count <= 100 })
    }

    @Test func `says how much is left and how to see it`() throws {
        let (first, rest) = pagination.pages(of: Message(Self.long))
        let left = try #require(rest).plainText.unicodeScalars.count
        #expect(first.plainText.hasSuffix("… \(left) characters more: `!more`."))
    }

    @Test func `is left alone where it is short`() {
        let message = Message([.quotation(["a", "b"]), .text("c")], name: "x")
        #expect(pagination.pages(of: message) == (message, nil))
    }
}

extension Message.Change.Run {
    fileprivate var words: String {
        switch self {
        case .kept(let words), .removed(let words), .added(let words): words
        case .leftOut: "…"
        }
    }
}
