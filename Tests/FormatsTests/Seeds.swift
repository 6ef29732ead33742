import Foundation

/// The page that this repository ships, and the parse that a careful reader made of it.
enum Seeds {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../seeds").standardizedFileURL

    static func page() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appending(path: "on-the-invasion-of-ukraine.txt")))
    }

    static func expectedJSON() throws -> Data {
        try Data(contentsOf: folder.appending(path: "on-the-invasion-of-ukraine.expected.json"))
    }

    static let sha256 = "6edd467ee936790698f72a4fd3547a0da96486f3d7ad72df21e1827b2ff5d782"
}
