/// Numbered lines that follow each other: the comments at the top of a thread, or a list in the body.
struct CommentRun {
    /// The places of its lines in the page.
    private(set) var lines: [Int]
    /// The marker of the last line.
    private(set) var last: CommentMarker
    private(set) var lastNumber: Int
    private let firstNumber: Int
    private let style: CommentMarker.NumberStyle
    /// Whether a line without indentation came after the last number.
    private(set) var isLeft = false
    private var hasReply = false
    private var isSpaced = true

    /// The thread of a page: its last run that nothing but its own indented lines follows.
    static func thread(in lines: [PageLine], after title: Int) -> CommentRun? {
        var run: CommentRun?
        for (position, line) in lines.enumerated() where position > title && !line.isBlank {
            run?.take(line, at: position)
            if run?.lines.last != position, let new = CommentRun(line, at: position),
                run?.yields(to: new) ?? true
            {
                run = new
            }
        }
        return run.flatMap { $0.isThread ? $0 : nil }
    }

    /// A run that begins with this line.
    private init?(_ line: PageLine, at position: Int) {
        guard line.isAfterBlank, let marker = CommentMarker(line),
            case .number(let number, let style) = marker.kind
        else { return nil }
        lines = [position]
        last = marker
        firstNumber = number
        lastNumber = number
        self.style = style
    }

    /// Whether replies are set apart by blank lines: they are unless the comments are not.
    var separatesReplies: Bool { isSpaced || lines.count == 1 }

    private mutating func take(_ line: PageLine, at position: Int) {
        guard let marker = CommentMarker(line) else {
            if line.indent == 0 { isLeft = true }
            return
        }
        switch marker.kind {
        case .bullet:
            if line.isAfterBlank && marker.column > last.column && !isLeft { hasReply = true }
        case .number(let number, let style):
            // Numbers are set flush on their left or, from 9 to 10, on their right.
            let isAligned = marker.column == last.column || marker.contentColumn == last.contentColumn
            guard number == lastNumber + 1, style == self.style, isAligned else { return }
            isSpaced = lines.count == 1 ? line.isAfterBlank : isSpaced || line.isAfterBlank
            lines.append(position)
            last = marker
            lastNumber = number
            isLeft = false
        }
    }

    /// A list in the body gives way to a later run that text of the body stands before; a lone number that is
    /// no 1 gives way to a 1.
    private func yields(to new: CommentRun) -> Bool {
        isLeft || lines.count == 1 && firstNumber != 1 && new.firstNumber == 1
    }

    /// Comments come last on a page. What text without indentation follows is a list in the body, unless
    /// somebody answers in it. Numbers begin at 1, or there are at least two that agree.
    private var isThread: Bool { (!isLeft || hasReply) && (firstNumber == 1 || lines.count > 1) }
}
