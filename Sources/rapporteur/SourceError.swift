/// Why a source is not taken in, or not all of it.
enum SourceError: Error, CustomStringConvertible {
    case noStatement
    /// The remarks are lines.
    case nothing(name: String, kind: String, remarks: [String])
    case broken(name: String, reason: String, isKept: Bool)
    case plainText(address: String)

    var description: String {
        switch self {
        case .noStatement:
            "The comments belong to a statement that the source does not name. Import the statement first, and name "
                + "it with --revises NUMBER."
        case .nothing(let name, let kind, let remarks):
            ([
                "There is neither a statement nor a comment in \(name), which was read as \(kind). Look whether it is "
                    + "the right one."
            ] + remarks).joined(separator: "\n")
        case .broken(let name, let reason, let isKept):
            "\(name) could be read only in part: \(reason) "
                + (isKept ? "What came before is kept; import it again when it is whole." : "")
        case .plainText(let address):
            "\(address) is plain text, of which nobody knows where the statement ends and the comments begin. Save it as a "
                + "file that looks like the one in seeds/, and import that."
        }
    }
}
