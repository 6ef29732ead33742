internal import Foundation

/// What a command prints: lines on standard output, written at once.
enum Output {
    static func line(_ text: String) { self.text(text + "\n") }

    static func text(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func json(_ value: some Encodable, encoder: JSONEncoder) throws {
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
