package import Discussion
internal import Foundation

/// Discussions as JSON Lines: `{"id", "document", "comments": [{"id", "parent", "author", "text"}]}`, one
/// a line.
///
/// Other keys are ignored, blank lines too. Ids may be strings or whole numbers. A comment's address is
/// its id; one whose `parent` is not among the comments stands at the top.
package enum DiscussionLines {
    /// One line.
    package struct Discussion: Hashable, Sendable {
        package let id: String
        /// The statement or subject; empty where there is none.
        package let document: String
        package let comments: [Comment]
    }

    /// One discussion after another, each read when its turn comes.
    package static func forEach(
        in reader: DiscussionLineReader,
        _ body: (Discussion) throws -> Void
    ) throws {
        var reader = reader
        while let line = try reader.next() { try body(try read(line.bytes[...], line: line.number)) }
    }

    /// One discussion.
    ///
    /// - Parameters:
    ///   - line: The number of the line, for errors.
    ///   - progress: Called now and then with how many comments were cut into sentences, of how many.
    package static func read(
        _ bytes: ArraySlice<UInt8>,
        line: Int,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ReadError) -> Discussion {
        do {
            return try JSONDecoder().decode(DiscussionLine.self, from: Data(bytes)).discussion(progress)
        } catch let error as DecodingError {
            throw ReadError(error, line: line)
        } catch {
            throw .notJSON(line: line)
        }
    }
}

extension DiscussionLines {
    /// Why a line cannot be read.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        /// The line is not JSON at all, or not in UTF-8.
        case notJSON(line: Int)
        /// A key is missing, null or holds something else than it should.
        case wrongValue(line: Int, key: String)
        /// The line would not fit into memory.
        case tooLong(line: Int, limit: Int)

        init(_ error: DecodingError, line: Int) {
            switch error {
            case .keyNotFound(let key, let context):
                self = .wrongValue(line: line, key: Self.path(context.codingPath + [key]))
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                self = .wrongValue(line: line, key: Self.path(context.codingPath))
            default: self = .notJSON(line: line)
            }
        }

        private static func path(_ keys: [any CodingKey]) -> String {
            keys.reduce("") { path, key in
                if let index = key.intValue { return path + "[\(index)]" }
                return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
            }
        }

        package var description: String {
            switch self {
            case .notJSON(let line):
                "Line \(line) is not JSON; each line is one object with `id`, `document` and `comments`."
            case .wrongValue(let line, let key) where key.isEmpty:
                "Line \(line) is not an object; each line is one object with `id`, `document` and `comments`."
            case .tooLong(let line, let limit):
                "Line \(line) has more than \(limit) bytes, which is the limit of one discussion. Cut it into several."
            case .wrongValue(let line, let key):
                "Line \(line): `\(key)` is missing or of the wrong type; each id and text is needed."
            }
        }
    }
}
