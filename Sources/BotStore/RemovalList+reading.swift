internal import Foundation

extension RemovalList {
    /// All that a list says of one database.
    struct Content: Hashable {
        /// In the order in which they were written.
        let lines: [Line]
        /// Whether its last line was cut short, and is left out: the removal did not take place.
        let isCut: Bool

        /// Whether nothing is missing of what was removed after the first `count` removals, as far as those are known.
        func covers(_ count: Int64) -> Bool {
            guard let first = lines.first, let last = lines.last else { return false }
            return first.number <= count + 1 && last.number >= count
        }
    }

    /// The first and the last line of a list: enough to see whether it is whole.
    struct Ends: Hashable {
        let first: Line?
        let last: Line?
        let isCut: Bool

        /// Whether it has all entries up to a number.
        func reach(_ count: Int64) -> Bool {
            guard let first, let last else { return false }
            return first.number == 0 && last.number >= count
        }
    }

    /// Reads the whole list and checks each line.
    ///
    /// - Returns: nil where there is no list.
    /// - Throws: ``ReadError``.
    func read(of store: String) throws(ReadError) -> Content? {
        guard FileSystem.exists(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        var texts = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        // A list ends with the end of a line; the rest may be whole all the same, where somebody has edited it.
        let rest = texts.popLast() ?? Data()
        var lines: [Line] = []
        for (number, text) in texts.enumerated() {
            guard let line = Self.line(from: text) else {
                throw .notALine(path: path, line: number + 1)
            }
            lines.append(try check(line, number: number + 1, store: store))
        }
        guard !rest.isEmpty else { return Content(lines: lines, isCut: false) }
        guard let line = Self.line(from: rest) else { return Content(lines: lines, isCut: true) }
        return Content(lines: lines + [try check(line, number: texts.count + 1, store: store)], isCut: false)
    }

    /// Reads the first line and the last, however long the list is.
    ///
    /// - Returns: nil where there is no list.
    /// - Throws: ``ReadError``.
    func ends(of store: String) throws(ReadError) -> Ends? {
        guard FileSystem.exists(path) else { return nil }
        let (beginning, end) = try outerBytes()
        let firstText = beginning.prefix { $0 != 0x0A }
        var texts = end.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rest = texts.popLast() ?? []
        let whole = Self.line(from: rest)
        let last = whole ?? texts.last.flatMap { Self.line(from: $0) }
        let first = Self.line(from: firstText)
        if let first { _ = try check(first, number: 1, store: store) }
        if let last { _ = try check(last, number: nil, store: store) }
        return Ends(first: first, last: last, isCut: !rest.isEmpty && whole == nil)
    }

    /// Each as long as the longest line can be.
    private func outerBytes() throws(ReadError) -> (beginning: [UInt8], end: [UInt8]) {
        do {
            return (
                try FileSystem.beginning(of: path, bytes: FileSystem.longestLine),
                try FileSystem.end(of: path, bytes: FileSystem.longestLine)
            )
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    /// - Parameter number: Where it stands; nil at the end.
    private func check(_ line: Line, number: Int?, store: String) throws(ReadError) -> Line {
        guard line.store == store else {
            throw .otherStore(path: path, line: number, found: line.store, expected: store)
        }
        return line
    }
}

extension RemovalList {
    /// Why a list of removals is of no use.
    enum ReadError: Error, Hashable, CustomStringConvertible {
        case unreadable(path: String, reason: String)
        case notALine(path: String, line: Int)
        /// `line` is nil for the last.
        case otherStore(path: String, line: Int?, found: String, expected: String)
        case notTheList(path: String)

        var description: String {
            switch self {
            case .unreadable(let path, let reason):
                "The list of removals \(path) cannot be read (\(reason)). Make it yours with chown."
            case .notALine(let path, let line):
                "\(path), line \(line), is no line of a list of removals. Take the list from a copy of it, or remove "
                    + "that line: what it says is then not removed from a backup."
            case .otherStore(let path, let line, let found, let expected):
                "\(path), \(line.map { "line \($0)" } ?? "its last line"), is about the database \(found), not about "
                    + "\(expected). Name the list that belongs to this database with the setting removals, or move "
                    + "this one away."
            case .notTheList(let path):
                "\(path) is not the list of removals to which the running bot writes. Name that one with --removals, or "
                    + "the bot's configuration with --config."
            }
        }
    }
}
