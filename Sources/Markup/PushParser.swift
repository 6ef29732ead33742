internal import CLibxml2

/// One parser of libxml2: text goes in, events come out.
///
/// It belongs to whoever holds it, and is used by one thread at a time. Nothing of libxml2 is shared: errors go to a
/// function of this parser, and no encoder, no loader and no tree of libxml2 is used.
class PushParser {
    /// libxml2 keeps all names, and takes ten seconds for 400,000 different ones.
    private static let mostNames = 20_000

    /// Why the document cannot be read further; the events before it stand.
    var failure: MarkupReader.ReadError?
    /// The parser, once it is made.
    var context: xmlParserCtxtPtr?

    private var events: [MarkupEvent] = []
    private var taken = 0
    private var text: [UInt8] = []
    private var textBytes = 0
    private var depth = 0
    private var names: Set<String> = []
    private let longestText: Int
    private let deepest: Int

    /// - Parameters:
    ///   - longestText: How many bytes of text between two tags are handed out.
    ///   - deepest: How deep elements may be nested.
    init(longestText: Int, deepest: Int) {
        self.longestText = longestText
        self.deepest = deepest
        Self.prepare
    }

    /// libxml2 wants to be set up once, before two threads use it.
    private static let prepare: Void = xmlInitParser()

    /// Itself, as libxml2 hands it back to the functions that it calls; it lives as long as the parser.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> PushParser? {
        pointer.map { Unmanaged<PushParser>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The next event; nil until more is fed.
    func takeEvent() -> MarkupEvent? {
        guard taken < events.count else {
            events.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        defer { taken += 1 }
        return events[taken]
    }

    /// - Parameter isLast: Whether the document ends behind it.
    func feed(_ utf8: ArraySlice<UInt8>, isLast: Bool = false) {
        guard failure == nil else { return }
        // libxml2 counts in 32 bits; pieces are far smaller.
        utf8.withUnsafeBytes { bytes in
            parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        }
        if isLast { endText() }
    }

    /// What differs between the languages.
    func parse(_ bytes: UnsafePointer<CChar>?, _ count: Int32, _ isLast: Int32) {}

    /// What a text is handed out as.
    func readable(_ text: String) -> String { text }

    // MARK: What libxml2 tells

    func start(_ element: MarkupElement) {
        guard failure == nil else { return }
        depth += 1
        if depth > deepest { return fail(.tooDeep(line: line, limit: deepest)) }
        names.insert(element.name.local)
        for attribute in element.attributes { names.insert(attribute.name.local) }
        if names.count > Self.mostNames { return fail(.tooManyNames(line: line, limit: Self.mostNames)) }
        endText()
        events.append(.start(element))
    }

    func end(_ name: MarkupName) {
        guard failure == nil else { return }
        depth -= 1
        endText()
        events.append(.end(name))
    }

    func addText(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
        guard failure == nil, let bytes, count > 0 else { return }
        textBytes += Int(count)
        guard textBytes <= longestText else {
            text = []
            return
        }
        text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    func fail(_ error: MarkupReader.ReadError) {
        guard failure == nil else { return }
        endText()
        failure = error
    }

    /// Whether an element is open.
    var isInside: Bool { depth > 0 }

    /// The line at which the parser is, from 1.
    var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }

    private func endText() {
        guard textBytes > 0 else { return }
        if textBytes > longestText {
            events.append(.longText(bytes: textBytes))
        } else {
            events.append(.text(readable(String(decoding: text, as: UTF8.self))))
        }
        text.removeAll(keepingCapacity: text.count < 1 << 16)
        textBytes = 0
    }
}
