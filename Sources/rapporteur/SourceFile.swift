internal import Discussion
internal import Formats
internal import Foundation

/// A file with discussions in one of the formats that are read, opened and looked into.
struct SourceFile {
    /// Why a file is not read.
    enum ReadError: Error, CustomStringConvertible {
        case missing(path: String)
        case unreadable(path: String, reason: String)

        var description: String {
            switch self {
            case .missing(let path):
                "There is no file at \(path), or it cannot be read. Name a file, or an address that begins with https://."
            case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
            }
        }
    }

    let path: String
    let format: SourceFormat
    private let beginning: [UInt8]
    private let handle: FileHandle
    private let charset: String?
    private let size: Int

    /// - Parameters:
    ///   - name: What it is called where it comes from.
    ///   - contentType: As HTTP says it; nil for a file of this machine.
    /// - Throws: ``ReadError``.
    init(path: String, name: String, contentType: String? = nil) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType != .typeDirectory,
            let handle = FileHandle(forReadingAtPath: path)
        else { throw ReadError.missing(path: name) }
        do {
            beginning = try handle.read(upToCount: SourceFormat.lookahead).map(Array.init) ?? []
        } catch {
            throw ReadError.unreadable(path: name, reason: error.localizedDescription)
        }
        self.path = path
        self.handle = handle
        size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        charset = contentType.flatMap(Self.charset)
        format = SourceFormat(beginning: beginning, fileName: name, contentType: contentType)
    }

    /// Reads it once; nil for a plain page, which has a reader of its own.
    func reader(_ bar: ProgressBar) -> (any DiscussionSource)? {
        var done = beginning.count
        return format.reader(beginning: beginning, charset: charset) { [handle, size] in
            let piece = try handle.read(upToCount: 1 << 16).map(Array.init) ?? []
            done += piece.count
            bar.set(Progress(phase: "Reading", done: done, total: size > 0 ? size : nil, unit: "MB"))
            return piece
        }
    }

    /// `utf-8` of `text/html; charset="utf-8"`.
    private static func charset(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").dropFirst()
        let pair = parts.map { $0.split(separator: "=", maxSplits: 1) }.first { pair in
            pair.count == 2
                && pair[0].trimmingCharacters(in: .whitespaces).lowercased() == "charset"
        }
        return pair.map { $0[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'")) }
    }
}

extension SourceFormat {
    /// For people, with an article.
    var words: String {
        switch self {
        case .plainPage: "a plain page"
        case .discussionLines: "JSON Lines, a discussion a line"
        case .archiveLines: "an archive of Rapporteur"
        case .wordPressExport: "an export of WordPress"
        case .feed: "a feed of comments"
        case .htmlPage: "an HTML page"
        case .elementExport: "an export of a chat by Element"
        }
    }

    /// Whether it has all comments of its statements: a feed has the newest, a page the first.
    var isComplete: Bool { self == .wordPressExport || self == .archiveLines }
}
