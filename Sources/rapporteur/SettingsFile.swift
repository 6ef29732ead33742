internal import Configuration
internal import Foundation

/// A configuration file as text: its values by key, and the line on which each stands.
struct SettingsFile: Sendable {
    /// What is wrong with a file as a whole.
    enum ReadError: Error, CustomStringConvertible {
        case missing(path: String)
        case notYAML(path: String, reason: String)
        case notAValue(path: String, line: Int, found: String)

        var description: String {
            switch self {
            case .missing(let path): "There is no configuration at \(path), or it cannot be read."
            case .notYAML(let path, let reason): "\(path) is not YAML: \(reason)"
            case .notAValue(let path, let line, let found):
                "\(path), line \(line): \"\(found)\" is no key with a value; write it as key: \"value\" on one line."
            }
        }
    }

    let path: String
    private let snapshot: YAMLSnapshot?
    private let lines: [String: Int]

    /// Reads a file.
    ///
    /// - Throws: ``ReadError``.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ReadError.missing(path: path)
        }
        try self.init(path: path, bytes: Array(data))
    }

    init(path: String, bytes: [UInt8]) throws {
        self.path = path
        lines = try Self.lines(of: String(decoding: bytes, as: UTF8.self), path: path)
        guard !lines.isEmpty else {
            snapshot = nil  // only comments: a file of one's own may be empty
            return
        }
        do {
            snapshot = try YAMLSnapshot(data: bytes.span.bytes, providerName: path, parsingOptions: .default)
        } catch {
            let reason = "\(error)".split(whereSeparator: \.isNewline).first ?? ""
            throw ReadError.notYAML(path: path, reason: String(reason))
        }
    }

    /// The keys that hold a value, as `section.key`.
    var keys: Set<String> { Set(lines.keys) }

    func line(of key: String) -> Int { lines[key] ?? 0 }

    /// The value as it is written; nil where the file does not have the key.
    func text(_ key: String) -> String? {
        let parts = key.split(separator: ".").map(String.init)
        let found = try? snapshot?.value(forKey: AbsoluteConfigKey(parts), type: .string)
        guard case .string(let text)? = found?.value?.content else { return nil }
        return text
    }

    /// Where each key stands. Our files have sections with keys below them, and nothing deeper; a key of another
    /// shape is found too, and then refused by its name.
    private static func lines(of text: String, path: String) throws(ReadError) -> [String: Int] {
        var lines: [String: Int] = [:]
        var section = ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first(where: { $0 != " " && $0 != "\r" }), first != "#" else { continue }
            guard let colon = line.firstIndex(of: ":") else {
                throw .notAValue(path: path, line: number + 1, found: line.excerpt)
            }
            let name = line[..<colon].trimmingCharacters(in: .whitespaces)
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            let isSection = value.isEmpty || value.hasPrefix("#")
            let isIndented = line.first == " "
            if isSection && isIndented { throw .notAValue(path: path, line: number + 1, found: line.excerpt) }
            if !isIndented {
                section = isSection ? name : ""
                if !isSection { lines[name] = number + 1 }
            } else if !isSection {
                lines[section.isEmpty ? name : "\(section).\(name)"] = number + 1
            }
        }
        return lines
    }
}

extension Substring {
    /// As much of a line as an error repeats.
    fileprivate var excerpt: String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(60).filter { $0.value >= 32 }))
            .trimmingCharacters(in: .whitespaces)
    }
}
