/// Reads XML or HTML from its beginning to its end as a row of events, whose memory does not grow with the document.
///
/// Nothing is loaded, whatever the document refers to. Of control characters only tabs and line breaks are read.
package struct MarkupReader {
    package enum Language: Hashable, Sendable {
        /// Strict: the first mistake is an error.
        case xml
        /// Forgiving: there are no mistakes. Elements are closed, and left-out ones put in, as well as can be.
        case html
    }

    private var stream: UTF8Stream
    private let parser: PushParser
    /// How much is parsed at once, in bytes. A larger piece would be as many events.
    private let step: Int
    private var held: ArraySlice<UInt8> = []
    private var isAtEnd = false
    private var failure: (any Error)?

    /// - Parameters:
    ///   - charset: The encoding that came with the document from HTTP; nil where it has to say so itself.
    ///   - longestText: How many bytes of text between two tags are handed out.
    ///   - bytes: The next bytes, as many as there are; none at the end.
    package init(
        _ language: Language,
        charset: String? = nil,
        longestText: Int,
        bytes: @escaping () throws -> [UInt8]
    ) {
        self.init(language, charset: charset, longestText: longestText, step: 16 << 10, bytes: bytes)
    }

    init(
        _ language: Language,
        charset: String?,
        longestText: Int,
        step: Int,
        bytes: @escaping () throws -> [UInt8]
    ) {
        self.step = step
        stream = UTF8Stream(charset: charset, language: language, bytes: bytes)
        parser =
            switch language {
            case .xml: XMLPushParser(longestText: longestText)
            case .html: HTMLPushParser(longestText: longestText)
            }
    }

    /// The next event; nil behind the last.
    ///
    /// - Throws: ``ReadError``, or what reading the bytes throws, once all before it was handed out.
    package mutating func next() throws -> MarkupEvent? {
        while true {
            if let event = parser.takeEvent() { return event }
            if let failure = failure ?? parser.failure { throw failure }
            if isAtEnd, held.isEmpty { return nil }
            feed()
        }
    }

    /// Lets the parser go on by one step.
    private mutating func feed() {
        if held.count < step, !isAtEnd { fill() }
        // libxml2 2.9 finds the end of a tag at the first `>`, which may stand in an attribute, and cuts references in
        // two, if a piece ends there. Right before a `<` nothing is open that it could get wrong.
        let isLast = isAtEnd && failure == nil && held.count <= step
        let count = isLast || failure != nil ? held.count : safeCount
        parser.feed(held.prefix(count), isLast: isLast)
        held = held.dropFirst(count)
    }

    private mutating func fill() {
        do {
            while held.count < step, !isAtEnd {
                let (utf8, problem) = try stream.next()
                isAtEnd = utf8.isEmpty
                held.append(contentsOf: utf8)
                if let problem { throw problem }
            }
        } catch {
            failure = error
            isAtEnd = true
        }
    }

    /// How many of the bytes can be fed: up to a `<`, else up to white space.
    private var safeCount: Int {
        let first = held.prefix(step)
        let place =
            first.dropFirst().lastIndex(of: UInt8(ascii: "<"))
            ?? first.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 }
        return place.map { $0 - held.startIndex } ?? first.count
    }
}
