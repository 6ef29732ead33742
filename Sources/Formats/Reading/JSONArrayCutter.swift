/// Cuts the list under one key of a large JSON object into its elements, and keeps no more than one of them.
///
/// Only strings, escapes and brackets are looked at; whether an element is JSON, its decoder says.
struct JSONArrayCutter {
    enum Element: Hashable {
        case bytes([UInt8])
        /// It is longer than wanted, and was passed over.
        case tooLong
    }

    enum CutError: Error, Hashable {
        case notFound
        case endsEarly(elements: Int)
    }

    private enum Place {
        case before
        case inList
        case behind
    }

    private let key: [UInt8]
    private let longest: Int
    private let bytes: () throws -> [UInt8]

    private var unread: [UInt8] = []
    private var position = 0
    private var place = Place.before
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// The last string directly in the object, and whether a colon came behind it.
    private var name: [UInt8] = []
    private var isNamed = false
    private var element: [UInt8] = []
    private var elementBytes = 0
    private var elements = 0

    init(key: String, longest: Int, bytes: @escaping () throws -> [UInt8]) {
        self.key = Array(key.utf8)
        self.longest = longest
        self.bytes = bytes
    }

    /// The next element; nil behind the last.
    mutating func next() throws -> Element? {
        while place != .behind {
            if position == unread.count {
                (unread, position) = (try bytes(), 0)
                if unread.isEmpty {
                    throw place == .before ? CutError.notFound : CutError.endsEarly(elements: elements)
                }
            }
            let byte = unread[position]
            position += 1
            if let element = take(byte) { return element }
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Element? {
        if isInString {
            takeInString(byte)
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""):
            isInString = true
            if place == .before, depth == 1 { (name, isNamed) = ([], false) }
            keep(byte)
        case UInt8(ascii: ":"):
            if place == .before, depth == 1 { isNamed = true }
            keep(byte)
        case UInt8(ascii: "["), UInt8(ascii: "{"): open(byte)
        case UInt8(ascii: "]"), UInt8(ascii: "}"): return close(byte)
        case UInt8(ascii: ","):
            if place == .inList, depth == 2 { return endElement() }
            if place == .before, depth == 1 { (name, isNamed) = ([], false) }
            keep(byte)
        default:
            // White space between elements is nothing.
            if byte > 0x20 || depth > 2 { keep(byte) }
        }
        return nil
    }

    private mutating func takeInString(_ byte: UInt8) {
        keep(byte)
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
            return
        }
        if place == .before, depth == 1, !isNamed, name.count <= key.count { name.append(byte) }
    }

    private mutating func open(_ byte: UInt8) {
        if place == .before, depth == 1, byte == UInt8(ascii: "["), isNamed, name == key {
            place = .inList
        } else {
            keep(byte)
        }
        depth += 1
    }

    private mutating func close(_ byte: UInt8) -> Element? {
        depth -= 1
        if place == .inList, depth == 1 {
            place = .behind
            return endElement()
        }
        keep(byte)
        return nil
    }

    private mutating func keep(_ byte: UInt8) {
        guard place == .inList else { return }
        elementBytes += 1
        if elementBytes <= longest { element.append(byte) }
    }

    private mutating func endElement() -> Element? {
        defer { (element, elementBytes) = ([], 0) }
        guard elementBytes > 0 else { return nil }
        elements += 1
        return elementBytes > longest ? .tooLong : .bytes(element)
    }
}
