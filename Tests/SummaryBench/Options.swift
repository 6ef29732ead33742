import Foundation
import Summaries

/// `--words 75`, `--weights file.json`, `--comments 1000`.
struct Options {
    private var values: [String: String] = [:]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst(), let value = rest.popFirst() { values[name] = value }
    }

    /// How many words a summary may have.
    var words: Int { values["--words"].flatMap { Int($0) } ?? 120 }
    /// How many comments a made-up thread has.
    var comments: Int { values["--comments"].flatMap { Int($0) } ?? 1000 }

    /// With the weights of a file, `{"feature": [base, long, flat]}`, or with its own.
    func summarizer() throws -> Summarizer {
        guard let path = values["--weights"] else { return Summarizer(maximumWords: words) }
        let read = try JSONDecoder()
            .decode([String: [Double]].self, from: Data(contentsOf: URL(filePath: path)))
        var weights: [Feature: FeatureWeight] = [:]
        for (name, parts) in read {
            guard let feature = Feature(rawValue: name), parts.count == 3 else {
                throw Misuse.unknownFeature(name)
            }
            weights[feature] = FeatureWeight(parts[0], long: parts[1], flat: parts[2])
        }
        return Summarizer(maximumWords: words, weights: weights)
    }

    /// Why nothing can be done.
    enum Misuse: Error, CustomStringConvertible {
        case unknownCommand(String)
        case unknownFeature(String)

        var description: String {
            switch self {
            case .unknownCommand(let name):
                "“\(name)” is none of `features`, `summaries`, `sentences` and `time`."
            case .unknownFeature(let name):
                "The weights name “\(name)”, which is no feature with three numbers; fit them again."
            }
        }
    }
}
