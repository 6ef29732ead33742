extension MarkupReader {
    /// Why a document cannot be read further. What came before it was handed out.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        /// The parser's own words.
        case broken(line: Int, reason: String)
        case endsEarly(line: Int)
        /// A name between `&` and `;` that is none of XML's five.
        case entity(line: Int, name: String)
        case tooDeep(line: Int, limit: Int)
        case tooManyNames(line: Int, limit: Int)
        /// A tag, comment or section that has to be in memory as a whole.
        case tooLong(line: Int)
        case wrongEncoding(line: Int, expected: String)
        case unknownEncoding(name: String)
        case outOfMemory

        package var description: String {
            switch self {
            case .broken(let line, let reason):
                "Line \(line) is not well-formed XML: \(reason). What stands before it was read; repair or "
                    + "export the file again."
            case .endsEarly(let line):
                "The file ends on line \(line), before its last element is closed. What stands before was read; "
                    + "copy or export it again."
            case .entity(let line, let name):
                "Line \(line) uses the entity `&\(name);`. Only &amp; &lt; &gt; &quot; and &apos; are read, since "
                    + "others can be made to fill memory or to open files; put the characters there instead."
            case .tooDeep(let line, let limit):
                "On line \(line) elements are nested more than \(limit) deep, which is the limit."
            case .tooManyNames(let line, let limit):
                "On line \(line) there have been more than \(limit) different names of elements and attributes, which "
                    + "is the limit. Documents that people make have a few hundred."
            case .tooLong(let line):
                "On line \(line) a tag, a comment or a CDATA section begins that is longer than 10 MB, which is the limit."
            case .wrongEncoding(let line, let expected):
                "Line \(line) has bytes that are not \(expected), which was expected. Save the file in the "
                    + "encoding that it declares, or declare another."
            case .unknownEncoding(let name):
                "The file is declared to be in the encoding “\(name)”, which is not known. Save it in UTF-8."
            case .outOfMemory:
                "There is not enough memory for the parser."
            }
        }
    }
}
