import Discussion
import Foundation

/// The page that this repository ships.
enum Seeds {
    static func bytes() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
        return try [UInt8](Data(contentsOf: folder.appending(path: "on-the-invasion-of-ukraine.txt")))
    }

    static func page() throws -> ParsedPage { try PageParser.parse(bytes()) }

    static func statement(sourceURL: String? = nil) throws -> Statement {
        try page().statement(publisher: nil, sourceURL: sourceURL)
    }
}
