internal import Foundation
internal import PluginAPI

/// A statement and its comments as they came, from the folder `seeds` of this repository.
struct Seed {
    /// Why a seed cannot be had.
    enum SeedError: Error, CustomStringConvertible {
        case missing(name: String)

        var description: String {
            switch self {
            case .missing(let name):
                "There is no seeds/\(name).txt in any folder above the sources of PluginTesting; "
                    + "give the harness a Statement instead."
            }
        }
    }

    let statement: Statement
    let comments: [Comment]

    /// Reads `seeds/NAME.txt`.
    init(named name: String) throws {
        let page = try PageParser.parse(Array(try Self.bytes(of: name)))
        statement = page.statement
        comments = page.comments
    }

    private static func bytes(of name: String) throws -> Data {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let file = folder.appendingPathComponent("seeds/\(name).txt")
            if FileManager.default.fileExists(atPath: file.path) { return try Data(contentsOf: file) }
            folder.deleteLastPathComponent()
        }
        throw SeedError.missing(name: name)
    }
}
