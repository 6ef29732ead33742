internal import Foundation

/// One record as one line, whatever somebody in a chat has put into it: no token, no second line, no field that
/// nobody wrote, nothing that makes a terminal do something.
struct LogLine: Hashable, Sendable {
    struct Field: Hashable, Sendable {
        let key: String
        let value: String
    }

    /// In Unicode scalars; what is longer is cut.
    static let longestText = 2000

    private let time: String
    private let level: String
    private let label: String
    private let message: String
    private let fields: [Field]

    init(at instant: Date, level: String, label: String, message: String, fields: [Field]) {
        time = instant.formatted(.iso8601)
        self.level = level
        self.label = Self.name(label)
        self.message = Self.clean(message)
        self.fields = fields.map { field in
            let isSecret = Redaction.secretKeys.contains(field.key.lowercased())
            return Field(
                key: Self.name(field.key),
                value: isSecret ? Redaction.mark : Self.clean(field.value)
            )
        }
    }

    /// Without its line feed.
    func written(as format: LogFormat) -> String {
        switch format {
        case .text: text
        case .json: json
        }
    }

    private var text: String {
        // Quoted where it could be taken for fields.
        let message =
            message.unicodeScalars.contains { $0 == "=" || $0 == "\"" }
            ? LogText.quoted(message) : LogText.escaped(message)
        let fields = fields.map { " \($0.key)=\(LogText.value($0.value))" }
        return "\(time) \(level) \(label): \(message)" + fields.joined()
    }

    private var json: String {
        let fields = fields.map { "\(LogText.json($0.key)):\(LogText.json($0.value))" }
        let parts = [("time", time), ("level", level), ("label", label), ("message", message)]
            .map { "\"\($0)\":\(LogText.json($1))" }
        return "{\(parts.joined(separator: ",")),\"metadata\":{\(fields.joined(separator: ","))}}"
    }

    private static func clean(_ text: String) -> String {
        let whole = Redaction.applied(to: text)
        let scalars = whole.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: longestText, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return whole }
        return String(scalars[..<end]) + "…"
    }

    /// Letters, digits and a few signs, so that it needs no quotes.
    private static func name(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(64).map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || "_-./".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        return scalars.isEmpty ? "_" : String(scalars)
    }
}
