/// The text format of Prometheus, version 0.0.4.
extension Metric {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"
    private static let prefix = "rapporteur_"

    static func text(of metrics: [Metric]) -> String { metrics.map(\.text).joined() }

    /// Two lines of explanation, and one for each sample.
    var text: String {
        let name = Self.prefix + self.name
        let lines = samples.map { sample in
            "\(name)\(Self.text(of: sample.labels)) \(Self.text(of: sample.value))"
        }
        let head = ["# HELP \(name) \(Self.escaped(help, []))", "# TYPE \(name) \(kind.rawValue)"]
        return (head + lines).joined(separator: "\n") + "\n"
    }

    private static func text(of labels: [Label]) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.map { "\($0.name)=\"\(escaped($0.value, ["\""]))\"" }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    /// Whole numbers without a point: Swift would write a large one with an exponent.
    private static func text(of value: Double) -> String {
        if let whole = Int64(exactly: value) { return "\(whole)" }
        if value.isNaN { return "NaN" }
        return value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : "\(value)"
    }

    private static func escaped(_ text: String, _ others: Set<Character>) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\n": "\\n"
            case let scalar where others.contains(Character(scalar)): "\\\(scalar)"
            default: "\(scalar)"
            }
        }.joined()
    }
}
