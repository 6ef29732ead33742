import Discussion
import Foundation

/// The page in `seeds/`.
enum Seed {
    static func page() throws -> ParsedPage {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.deletingLastPathComponent().appending(path: "seeds/on-the-invasion-of-ukraine.txt")
        return try PageParser.parse(Array(try Data(contentsOf: file)))
    }
}
