/// Any JSON, to be compared key for key; its differences are named by their path.
indirect enum JSONValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// What is different in `other`, one line each.
    func differences(from other: JSONValue, at path: String = "") -> [String] {
        switch (self, other) {
        case (.object(let own), .object(let others)):
            Set(own.keys).union(others.keys).sorted().flatMap { key in
                guard let a = own[key], let b = others[key] else { return ["\(path).\(key) is only in one"] }
                return a.differences(from: b, at: "\(path).\(key)")
            }
        case (.list(let own), .list(let others)):
            own.count == others.count
                ? zip(own, others).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
                : ["\(path) has \(own.count) and \(others.count)"]
        case (.string(let own), .string(let others)):
            own.unicodeScalars.elementsEqual(others.unicodeScalars) ? [] : ["\(path): \(own) / \(others)"]
        default: self == other ? [] : ["\(path): \(self) / \(other)"]
        }
    }
}
