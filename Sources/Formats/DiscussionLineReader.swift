/// Cuts what comes in pieces into lines, and keeps no more than one of them.
package struct DiscussionLineReader {
    /// A line of a discussion of 100,000 comments has 25 MB; past this one, memory would be the limit.
    package static let longestLine = 64 << 20

    private let piece: () throws -> [UInt8]
    private let longest: Int
    private var unread: [UInt8]
    /// Where the next line begins, and up to where no line feed was found.
    private var start = 0
    private var searched = 0
    private var number = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - beginning: What was read before.
    ///   - longest: How many bytes a line may have.
    ///   - piece: The next bytes, as many as there are; none at the end.
    package init(
        beginning: [UInt8],
        longest: Int = Self.longestLine,
        piece: @escaping () throws -> [UInt8]
    ) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        unread = beginning.starts(with: mark) ? Array(beginning.dropFirst(mark.count)) : beginning
        self.longest = longest
        self.piece = piece
    }

    /// The next line that is not blank, and its number from 1; nil at the end.
    ///
    /// - Throws: ``DiscussionLines/ReadError/tooLong(line:limit:)``, or what reading throws.
    package mutating func next() throws -> (number: Int, bytes: [UInt8])? {
        while let line = try nextLine() {
            if line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) { return (number, line) }
        }
        return nil
    }

    private mutating func nextLine() throws -> [UInt8]? {
        while true {
            let end = unread[searched...].firstIndex(of: UInt8(ascii: "\n"))
            if (end ?? unread.count) - start > longest {
                throw DiscussionLines.ReadError.tooLong(line: number + 1, limit: longest)
            }
            if let end { return line(upTo: end, next: end + 1) }
            searched = unread.count
            if isAtEnd { return start < unread.count ? line(upTo: unread.count, next: unread.count) : nil }
            unread.removeFirst(start)
            (start, searched) = (0, unread.count)
            let more = try piece()
            isAtEnd = more.isEmpty
            unread += more
        }
    }

    private mutating func line(upTo end: Int, next: Int) -> [UInt8] {
        defer {
            (start, searched) = (next, next)
            number += 1
            // A long line is not kept beside the ones after it.
            if next == unread.count { (unread, start, searched) = ([], 0, 0) }
        }
        return Array(unread[start..<end])
    }
}
