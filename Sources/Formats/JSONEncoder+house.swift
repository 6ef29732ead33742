package import Foundation

extension JSONEncoder {
    /// As all our JSON is written: keys in alphabetical order, so that the same value gives the same
    /// bytes, and slashes as they are.
    package static func house(isPretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }
}
