/// Takes out of a text what opens an account: it is to be logged, and logs travel.
enum Redaction {
    static let mark = "[redacted]"

    /// Fields whose whole value is secret.
    static let secretKeys: Set<String> = names.union(["token", "authorization", "secret"])

    private static let names: Set<String> = ["access_token", "refresh_token", "login_token", "password"]
    private static let nameBytes = names.map { Array($0.utf8) }
    private static let bearer = Array("bearer".utf8)
    /// What the tokens of Synapse and of its authentication service begin with: access, refresh and login tokens.
    private static let beginnings = ["syt_", "syr_", "syl_", "mat_", "mar_", "mct_", "mcr_"].map {
        Array($0.utf8)
    }
    private static let fewestTokenBytes = 8

    static func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        var (kept, position) = ([UInt8](), 0)
        while position < bytes.count {
            if let value = valueOfName(at: position, in: bytes) {
                kept += bytes[position..<value.lowerBound] + Array(mark.utf8)
                position = value.upperBound
            } else if let end = endOfToken(at: position, in: bytes) {
                kept += Array(mark.utf8)
                position = end
            } else {
                kept.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Where the value stands in `access_token=…`, `"access_token": "…"`, `access_token%3D…` or `Bearer …`.
    private static func valueOfName(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let isBearer = has(bearer, at: start, in: bytes)
        let name = isBearer ? bearer : nameBytes.first { has($0, at: start, in: bytes) }
        guard let name else { return nil }
        let (first, isNamed) = endOfSeparators(after: start + name.count, in: bytes)
        guard isNamed || isBearer && first > start + name.count else { return nil }
        let quote = bytes[first - 1]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        var end = first
        while end < bytes.count, isQuoted ? bytes[end] != quote : !endsValue(bytes[end]) {
            end += isQuoted && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(end, bytes.count)
        return end > first ? first..<end : nil
    }

    /// Quotes, blanks, and whether an equals sign or a colon is among them.
    private static func endOfSeparators(after start: Int, in bytes: [UInt8]) -> (end: Int, isNamed: Bool) {
        var (position, isNamed) = (start, false)
        while position < bytes.count {
            if ["%3d", "%3a"].contains(where: { has(Array($0.utf8), at: position, in: bytes) }) {
                isNamed = true
                position += 3
            } else if has(Array("%22".utf8), at: position, in: bytes) {
                position += 3
            } else if "=:".utf8.contains(bytes[position]) {
                isNamed = true
                position += 1
            } else if "\"'\\ \t".utf8.contains(bytes[position]) {
                position += 1
            } else {
                break
            }
        }
        return (position, isNamed)
    }

    private static func endOfToken(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start == 0 || !isAlphanumeric(bytes[start - 1]),
            let beginning = beginnings.first(where: { has($0, at: start, in: bytes) })
        else { return nil }
        var end = start + beginning.count
        while end < bytes.count, isAlphanumeric(bytes[end]) || "_-.~+/".utf8.contains(bytes[end]) { end += 1 }
        return end - start >= beginning.count + fewestTokenBytes ? end : nil
    }

    private static func has(_ lowercase: [UInt8], at start: Int, in bytes: [UInt8]) -> Bool {
        guard bytes.count - start >= lowercase.count else { return false }
        for (offset, byte) in lowercase.enumerated() {
            let found = bytes[start + offset]
            let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(found)
            guard (isUppercase ? found | 0x20 : found) == byte else { return false }
        }
        return true
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "&\"',;<>(){}[]".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
