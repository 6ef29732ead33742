internal import Markup

/// A page in memory: its nodes in the order in which they begin, so that what stands in one is what follows it.
struct PageTree {
    private(set) var nodes: [PageNode] = []

    /// - Throws: ``HTMLPageReader/ReadError``, or what reading throws.
    init(_ reader: consuming MarkupReader) throws {
        var open: [Int] = []
        while let event = try reader.next() {
            switch event {
            case .start(let element):
                open.append(nodes.count)
                let pairs = element.attributes.map { ($0.name.local, $0.value) }
                add(
                    element.name.local,
                    Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
                    "",
                    open.dropLast()
                )
            case .text(let text): add("", [:], text, open[...])
            case .longText: throw HTMLPageReader.ReadError.tooLarge
            case .end: if let ended = open.popLast() { nodes[ended].end = nodes.count }
            }
            guard nodes.count <= SourceLimits.pageNodes else { throw HTMLPageReader.ReadError.tooLarge }
        }
    }

    private mutating func add(
        _ name: String,
        _ attributes: [String: String],
        _ text: String,
        _ open: ArraySlice<Int>
    ) {
        nodes.append(
            PageNode(
                name: name,
                attributes: attributes,
                text: text,
                parent: open.last ?? -1,
                end: nodes.count + 1
            )
        )
    }

    func inside(_ node: Int) -> Range<Int> { (node + 1)..<nodes[node].end }

    /// The elements that a node stands in, the nearest first.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(state: node) { node in
            node = self.nodes[node].parent
            return node < 0 ? nil : node
        }
    }

    /// Walks a part of the page in order, and around what is left out.
    ///
    /// - Parameter body: Returns whether to go on.
    func walk(_ range: Range<Int>, without isLeftOut: (Int) -> Bool, _ body: (Int) -> Bool) {
        var place = range.lowerBound
        while place < range.upperBound {
            if isLeftOut(place) {
                place = nodes[place].end
            } else {
                guard body(place) else { return }
                place += 1
            }
        }
    }

    func first(in range: Range<Int>, without isLeftOut: (Int) -> Bool, where isIt: (PageNode) -> Bool) -> Int?
    {
        var found: Int?
        walk(range, without: isLeftOut) { place in
            if isIt(nodes[place]) { found = place }
            return found == nil
        }
        return found
    }

    /// The paragraphs in an element.
    func paragraphs(of node: Int, marksQuotes: Bool, without isLeftOut: (Int) -> Bool) -> [String] {
        var builder = ParagraphBuilder(splitsAtBlankLines: false, marksQuotes: marksQuotes)
        var open: [Int] = []
        func close(before place: Int) {
            while let last = open.last, nodes[last].end <= place {
                builder.end(nodes[last].name)
                open.removeLast()
            }
        }
        walk(node..<nodes[node].end, without: isLeftOut) { place in
            close(before: place)
            if nodes[place].name.isEmpty {
                builder.add(nodes[place].text)
            } else {
                builder.start(nodes[place].name)
                open.append(place)
            }
            return true
        }
        return builder.finish()
    }

    /// All words in an element, on one line.
    func line(of node: Int) -> String? {
        paragraphs(of: node, marksQuotes: false, without: { _ in false }).joined(separator: " ").foldedLine
    }
}
