/// What the site has, each under a path that stays.
///
/// Every path names a file, so that the same links work on a server and in a folder. A thread's page is named by the
/// place of its comments among those at the top, to which new ones are only added at the end: see ``Survey``.
enum SitePath: Hashable, Sendable {
    case front
    case missing
    case style
    case icon
    case script
    case statement(Int)
    /// Groups and parts count from 1.
    case thread(Int, group: Int, part: Int)
    case paragraph(Int, Int)
    case days(Int)
    case day(Int, String, part: Int)
    case comment(Int, key: String)
    case search(Int)
    case searchTable(Int)
    case searchWords(Int, Int)
    case searchTexts(Int, Int)
    case feed(Int)
}

extension SitePath: CustomStringConvertible {
    /// From the top of the site, without a slash in front.
    var description: String {
        switch self {
        case .front: "index.html"
        case .missing: "404.html"
        case .style: "style.css"
        case .icon: "icon.svg"
        case .script: "search.js"
        case .statement(let number): "s/\(number)/index.html"
        case .thread(let number, let group, 1): "s/\(number)/thread-\(group).html"
        case .thread(let number, let group, let part): "s/\(number)/thread-\(group)-\(part).html"
        case .paragraph(let number, let paragraph): "s/\(number)/paragraph-\(paragraph).html"
        case .days(let number): "s/\(number)/days.html"
        case .day(let number, let day, 1): "s/\(number)/day-\(day).html"
        case .day(let number, let day, let part): "s/\(number)/day-\(day)-\(part).html"
        case .comment(let number, let key): "s/\(number)/c/\(key.siteName).html"
        case .search(let number): "s/\(number)/search.html"
        case .searchTable(let number): "s/\(number)/search/table.json"
        case .searchWords(let number, let shard): "s/\(number)/search/words-\(shard).json"
        case .searchTexts(let number, let chunk): "s/\(number)/search/texts-\(chunk).json"
        case .feed(let number): "s/\(number)/feed.atom"
        }
    }
}

extension SitePath {
    /// - Parameter path: As ``description`` gives it; a path that ends at a folder means the page in it.
    init?(_ path: String) {
        let whole = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        let fixed: [SitePath] = [.front, .missing, .style, .icon, .script]
        if let found = fixed.first(where: { $0.description == whole }) {
            self = found
            return
        }
        let parts = whole.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 4, parts[0] == "s", let number = Int(parts[1]),
            let found = parts.count == 3
                ? Self.page(String(parts[2]), number) : Self.file(parts[2], String(parts[3]), number),
            // Not `s/01/`: each page has one address.
            found.description == whole
        else { return nil }
        self = found
    }

    private static func page(_ file: String, _ number: Int) -> SitePath? {
        switch file {
        case "index.html": return .statement(number)
        case "days.html": return .days(number)
        case "search.html": return .search(number)
        case "feed.atom": return .feed(number)
        default: break
        }
        guard file.hasSuffix(".html") else { return nil }
        let name = file.dropLast(".html".count)
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.dropFirst().compactMap { Int($0) }
        guard numbers.count == parts.count - 1 else { return nil }
        switch (parts[0], numbers.count) {
        case ("thread", 1): return .thread(number, group: numbers[0], part: 1)
        case ("thread", 2): return .thread(number, group: numbers[0], part: numbers[1])
        case ("paragraph", 1): return .paragraph(number, numbers[0])
        case ("day", 3): return .day(number, parts[1...3].joined(separator: "-"), part: 1)
        case ("day", 4): return .day(number, parts[1...3].joined(separator: "-"), part: numbers[3])
        default: return nil
        }
    }

    private static func file(_ folder: Substring, _ file: String, _ number: Int) -> SitePath? {
        if folder == "c" {
            guard file.hasSuffix(".html") else { return nil }
            return String(siteName: String(file.dropLast(".html".count))).map { .comment(number, key: $0) }
        }
        guard folder == "search", file.hasSuffix(".json") else { return nil }
        let name = file.dropLast(".json".count)
        if name == "table" { return .searchTable(number) }
        let parts = name.split(separator: "-")
        guard parts.count == 2, let count = Int(parts[1]) else { return nil }
        return switch parts[0] {
        case "words": .searchWords(number, count)
        case "texts": .searchTexts(number, count)
        default: nil
        }
    }

    /// How a page links to another, so that the site works below any address.
    func link(to other: SitePath, at id: String? = nil) -> String {
        let fragment = id.map { "#" + $0 } ?? ""
        if self == other, !fragment.isEmpty { return fragment }
        let own = description.split(separator: "/").dropLast()
        let others = other.description.split(separator: "/")
        let common = zip(own, others.dropLast()).prefix { $0 == $1 }.count
        let up = String(repeating: "../", count: own.count - common)
        return up + others.dropFirst(common).joined(separator: "/") + fragment
    }
}

extension String {
    /// A key as a part of a path or an id: what may not stand there as its bytes, `_20` for a space.
    var siteName: String {
        var name = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += (byte < 0x10 ? "_0" : "_") + String(byte, radix: 16)
            }
        }
        return name
    }

    /// The key that has this name.
    fileprivate init?(siteName name: String) {
        var bytes: [UInt8] = []
        var rest = name.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "_") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        self = String(decoding: bytes, as: UTF8.self)
    }
}

extension SitePath {
    /// The number of the statement whose page it is.
    var statement: Int? {
        switch self {
        case .front, .missing, .style, .icon, .script: nil
        case .statement(let number), .thread(let number, _, _), .paragraph(let number, _), .days(let number),
            .day(let number, _, _), .comment(let number, _), .search(let number), .searchTable(let number),
            .searchWords(let number, _), .searchTexts(let number, _), .feed(let number):
            number
        }
    }
}
