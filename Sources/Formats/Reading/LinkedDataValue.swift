/// A value of JSON-LD, as far as comments need it.
enum LinkedDataValue: Decodable {
    case text(String)
    case list([LinkedDataValue])
    case object([String: LinkedDataValue])
    case other

    init(from decoder: any Decoder) throws {
        // The decoder does not say what comes next: one kind after another is tried.
        do {
            self = .text(try decoder.singleValueContainer().decode(String.self))
        } catch DecodingError.typeMismatch {
            self = try Self.composed(decoder)
        } catch DecodingError.valueNotFound {
            self = .other
        }
    }

    private static func composed(_ decoder: any Decoder) throws -> Self {
        do {
            let keys = try decoder.container(keyedBy: Key.self)
            let pairs = try keys.allKeys.map { ($0.stringValue, try keys.decode(Self.self, forKey: $0)) }
            return .object(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        } catch DecodingError.typeMismatch {
            return try list(decoder)
        }
    }

    private static func list(_ decoder: any Decoder) throws -> Self {
        do {
            var list = try decoder.unkeyedContainer()
            var values: [Self] = []
            while !list.isAtEnd { values.append(try list.decode(Self.self)) }
            return .list(values)
        } catch DecodingError.typeMismatch {
            return .other
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    subscript(key: String) -> LinkedDataValue? {
        guard case .object(let values) = self else { return nil }
        return values[key]
    }

    /// Itself, or its elements: one value stands for a list of one everywhere.
    var values: [LinkedDataValue] {
        if case .list(let values) = self { values } else { [self] }
    }

    var string: String? {
        if case .text(let text) = values.first { text.foldedLine } else { nil }
    }
}
