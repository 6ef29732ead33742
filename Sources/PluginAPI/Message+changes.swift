extension Message {
    /// A passage as it was and as it is now, in runs of words.
    public struct Change: Hashable, Sendable, Codable {
        /// A part of it. Its characters mean nothing but themselves.
        public enum Run: Hashable, Sendable, Codable {
            /// Words that were there and still are.
            case kept(String)
            /// Words that are gone.
            case removed(String)
            /// Words that are new.
            case added(String)
            /// Words that were there and still are, and are not shown.
            case leftOut
        }

        /// What stands before it, such as its address; may be empty.
        public let label: String
        /// Its parts, in order.
        public let runs: [Run]

        /// A passage by its parts.
        public init(_ label: String, runs: [Run]) {
            self.label = label
            self.runs = runs
        }
    }
}

extension Message.Change {
    /// In the manner of wdiff: `4.1: The war [-began-] {+started+} in … the capital.`
    var plainText: String {
        text(label) { run, words in
            switch run {
            case .kept, .leftOut: words
            case .removed: "[-\(words)-]"
            case .added: "{+\(words)+}"
            }
        }
    }

    /// Removed words are struck through, added ones strong: the specification of Matrix allows no `<ins>`.
    var html: String {
        text(label.escapedForHTML) { run, words in
            switch run {
            case .kept, .leftOut: words.escapedForHTML
            case .removed: "<del>\(words.escapedForHTML)</del>"
            case .added: "<strong>\(words.escapedForHTML)</strong>"
            }
        }
    }

    /// The runs one after the other, with white space outside of the signs that stand around their words.
    private func text(_ label: String, _ shown: (Run, String) -> String) -> String {
        var text = label.isEmpty ? "" : "\(label): "
        var before: Run?
        for run in runs {
            let words = run.words
            let start = words.prefix(while: \.isWhitespace)
            let end = words.dropFirst(start.count).reversed().prefix(while: \.isWhitespace)
            if Self.needsSpace(between: before, and: run), text.last?.isWhitespace == false, start.isEmpty {
                text += " "
            }
            text += start
            let core = words.dropFirst(start.count).dropLast(end.count)
            if !core.isEmpty { text += shown(run, String(core)) }
            text += String(end.reversed())
            before = run
        }
        return text
    }

    /// Whether two runs would else stand together that do not in either text.
    private static func needsSpace(between first: Run?, and second: Run) -> Bool {
        switch (first, second) {
        case (nil, _): false
        case (.removed, .added), (.added, .removed), (.leftOut, _), (_, .leftOut): true
        default: false
        }
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
