internal import PluginAPI

/// Cuts a long message into what is shown now and what waits for `!more`.
///
/// Cuts fall between blocks, else between lines, else between sentences or words; no word is changed. A heading stays
/// with what it heads, and a quotation whole and with its source, wherever a page can hold them.
struct Pagination {
    /// In Unicode scalars: a Character can hold any number of combining marks.
    let limit: Int
    /// What a person types for the rest.
    let moreCommand: String

    /// With half the limit.
    var halved: Pagination { Pagination(limit: max(1, limit / 2), moreCommand: moreCommand) }

    /// - Returns: The message unchanged and nil where it is short enough.
    func pages(of message: Message) -> (first: Message, rest: Message?) {
        guard length(of: message.blocks) > limit else { return (message, nil) }
        var room = limit
        var first: [Message.Block] = []
        var rest = message.blocks[...]
        func take(_ blocks: ArraySlice<Message.Block>) -> Bool {
            let size = length(of: blocks)
            guard !blocks.isEmpty, size <= room else { return false }
            room -= size
            first += blocks
            rest = rest.dropFirst(blocks.count)
            return true
        }
        while take(rest.firstTogether) {}
        // Each page shows something, or the rest would never end.
        let mayCut =
            first.isEmpty || length(of: rest.firstTogether) > limit || !rest.firstTogether.isWorthKeeping
        if mayCut {
            while take(rest.prefix(1)) {}
            if let block = rest.first, let (head, tail) = split(block, at: room, mustTake: first.isEmpty) {
                first.append(head)
                rest = (tail.map { [$0] } ?? []) + rest.dropFirst()
            }
        }
        guard !rest.isEmpty else { return (message, nil) }
        let left = length(of: rest)
        first.append(.text("… \(left) characters more: `\(moreCommand)`."))
        var (page, remainder) = (message, message)
        page.blocks = first
        remainder.blocks = Array(rest)
        remainder.name = nil
        return (page, remainder)
    }

    private func length(of blocks: some Sequence<Message.Block>) -> Int {
        blocks.reduce(0) { $0 + size(of: $1) }
    }

    func size(of block: Message.Block) -> Int {
        Message([block]).plainText.unicodeScalars.count
    }

    /// nil where the block is not to be cut within `room`; without a tail where it cannot be cut at all.
    private func split(
        _ block: Message.Block,
        at room: Int,
        mustTake: Bool
    ) -> (head: Message.Block, tail: Message.Block?)? {
        switch block {
        case .heading(let text):
            parts([(text, 0)], room, mustTake) { part, _ in part }
                .map { (.heading($0[0]), $1.first.map { .heading($0) }) }
        case .outline(let lines):
            parts(lines.map { ($0.text, 4 * $0.depth + 1) }, room, mustTake) { part, line in
                Message.Line(part, depth: lines[line].depth)
            }.map { (.outline($0), $1.isEmpty ? nil : .outline($1)) }
        case .quotation(let paragraphs):
            parts(paragraphs.map { ($0, 5) }, room, mustTake) { part, _ in part }
                .map { (.quotation($0), $1.isEmpty ? nil : .quotation($1)) }
        case .text(let text):
            parts([(text, 0)], room, mustTake) { part, _ in part }
                .map { (.text($0[0]), $1.first.map { .text($0) }) }
        case .verbatim(let text):
            parts([(text, 0)], room, mustTake) { part, _ in part }
                .map { (.verbatim($0[0]), $1.first.map { .verbatim($0) }) }
        case .changes(let changes):
            split(changes, at: room, mustTake)
                .map { (.changes($0), $1.isEmpty ? nil : .changes($1)) }
        }
    }

    /// As many items as fit; where not even the first does, that one is cut.
    ///
    /// - Parameters:
    ///   - items: Texts, and how much each takes besides its characters.
    ///   - item: Makes an item of a part of the text with this number.
    private func parts<Item>(
        _ items: [(text: String, extra: Int)],
        _ room: Int,
        _ mustTake: Bool,
        _ item: (String, Int) -> Item
    ) -> (head: [Item], tail: [Item])? {
        var left = room
        let all = items.enumerated().map { item($1.text, $0) }
        let count = items.prefix {
            left -= $0.text.unicodeScalars.count + $0.extra
            return left >= 0
        }.count
        if count > 0 { return (Array(all[..<count]), Array(all[count...])) }
        // What stands around a text may make a page a little longer, rather than cut the text to pieces.
        if mustTake, items[0].text.unicodeScalars.count <= limit { return ([all[0]], Array(all.dropFirst())) }
        let cut = max(room - items[0].extra, mustTake ? limit / 2 : 0)
        return split(items[0].text, at: cut, mustTake).map { before, after in
            ([item(before, 0)], [item(after, 0)] + all.dropFirst())
        }
    }

    /// At the last white space within `room`; where there is none, anywhere, if something must be taken.
    func split(_ text: String, at room: Int, _ mustTake: Bool) -> (String, String)? {
        let scalars = text.unicodeScalars
        guard room > 0, scalars.count > room else { return nil }
        let end = scalars.index(scalars.startIndex, offsetBy: room)
        let space = scalars[..<end].dropFirst().lastIndex { $0.properties.isWhitespace }
        guard space != nil || mustTake else { return nil }
        let cut = space.map { scalars.index(after: $0) } ?? end
        return (String(scalars[..<(space ?? end)]), String(scalars[cut...]))
    }
}

extension ArraySlice<Message.Block> {
    /// The first blocks that belong together: a heading and what it heads, a quotation and its source.
    fileprivate var firstTogether: ArraySlice {
        let headings = prefix { $0.isHeading }.count
        guard case .quotation? = dropFirst(headings).first, dropFirst(headings + 1).first?.isSource == true
        else { return prefix(headings + 1) }
        return prefix(headings + 2)
    }

    /// Whether a cut in them would part words from what they are.
    fileprivate var isWorthKeeping: Bool {
        contains { block in
            if case .quotation = block { true } else { block.isHeading }
        }
    }
}

extension Message.Block {
    fileprivate var isHeading: Bool {
        if case .heading = self { true } else { false }
    }

    /// Whether it says where the quotation before it stands.
    fileprivate var isSource: Bool {
        switch self {
        case .text(let text), .verbatim(let text): text.hasPrefix("— ")
        case .heading, .quotation, .outline, .changes: false
        }
    }
}
