import Testing

@testable import Formats

@Suite struct `Lines that come in pieces` {
    /// Reads a text in pieces of so many bytes.
    private static func lines(of text: String, pieces size: Int, longest: Int = 100) throws -> [String] {
        var rest = Array(text.utf8)[...]
        var reader = DiscussionLineReader(beginning: [], longest: longest) {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append("\(line.number): \(String(decoding: line.bytes, as: UTF8.self))")
        }
        return lines
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64])
    func `are whole, numbered, and without the blank ones`(size: Int) throws {
        let text = "{first}\n\n \t\r\n{é}\r\n{last}"
        #expect(try Self.lines(of: text, pieces: size) == ["1: {first}", "4: {é}\r", "5: {last}"])
        #expect(try Self.lines(of: text + "\n", pieces: size).count == 3)
        #expect(try Self.lines(of: "", pieces: size).isEmpty)
    }

    @Test func `may follow what was read before, and a byte order mark`() throws {
        var reader = DiscussionLineReader(beginning: [0xEF, 0xBB, 0xBF] + Array("{a}\n{b".utf8)) { [] }
        #expect(try reader.next()?.bytes == Array("{a}".utf8))
        #expect(try reader.next()?.bytes == Array("{b".utf8))
        #expect(try reader.next() == nil)
    }

    @Test(arguments: [1, 9, 64])
    func `have a longest, past which nothing is kept`(size: Int) throws {
        let fits = String(repeating: "x", count: 20)
        #expect(try Self.lines(of: "a\n\(fits)\n", pieces: size, longest: 20) == ["1: a", "2: \(fits)"])
        let error = DiscussionLines.ReadError.tooLong(line: 2, limit: 20)
        #expect(throws: error) { try Self.lines(of: "a\n\(fits)y\nb", pieces: size, longest: 20) }
        #expect(
            error.description
                == "Line 2 has more than 20 bytes, which is the limit of one discussion. Cut it into several."
        )
    }
}
