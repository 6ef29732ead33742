/// How characters stand as bytes.
enum TextEncoding: Hashable {
    case utf8
    case utf16(isBigEndian: Bool)
    case windows1252
    /// One that the system's iconv knows by this name.
    case other(String)

    /// For people.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16(let isBigEndian): isBigEndian ? "UTF-16BE" : "UTF-16LE"
        case .windows1252: "windows-1252"
        case .other(let name): name
        }
    }

    /// - Parameter label: As it is declared: `utf-8`, `ISO-8859-1`. nil where nothing is known by it.
    init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace }
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8":
            self = .utf8
        // Who can read the declaration byte by byte does not have UTF-16 before them.
        case "utf-16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2", "unicode":
            self = .utf8
        // What says Latin 1 is written in windows-1252, which adds quotation marks to it; browsers do the same.
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1",
            "us-ascii", "ascii":
            self = .windows1252
        default:
            // Only these: names given to iconv may also carry commands, and some of its converters had holes.
            guard let known = Self.others[label] else { return nil }
            self = .other(known)
        }
    }

    private static let others: [String: String] = {
        var others = [
            "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "macintosh": "MACINTOSH", "ibm866": "IBM866",
            "cp866": "IBM866", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
            "euc-jp": "EUC-JP",
            "euc-kr": "CP949", "gb2312": "GBK", "gbk": "GBK", "gb18030": "GB18030", "big5": "BIG5-HKSCS",
            "windows-874": "CP874", "tis-620": "TIS-620", "latin2": "ISO-8859-2", "iso-8859-9": "CP1254",
        ]
        for part in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
            others["iso-8859-\(part)"] = "ISO-8859-\(part)"
        }
        for page in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
            others["windows-\(page)"] = "CP\(page)"
        }
        return others
    }()
}
