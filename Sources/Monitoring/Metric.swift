/// A family of figures of one meaning, told apart by labels.
struct Metric: Hashable, Sendable {
    enum Kind: String, Sendable {
        /// Goes up and down.
        case gauge
        /// Goes up only, from nought at the start of the process.
        case counter
    }

    struct Sample: Hashable, Sendable {
        /// In the order in which they are shown.
        let labels: [Label]
        let value: Double
    }

    struct Label: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Without the prefix that all of them have, with the base unit at its end.
    let name: String
    let kind: Kind
    let help: String
    let samples: [Sample]

    init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    /// One figure without labels.
    init(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        self.init(name, kind, help, [Sample(labels: [], value: value)])
    }
}
