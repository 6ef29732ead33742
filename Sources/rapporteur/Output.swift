internal import Foundation

/// What a command prints: lines on standard output, written at once.
///
/// Who closes the pipe has read enough: then the program ends, without a word.
enum Output {
    static func line(_ text: String) { self.text(text + "\n") }

    static func text(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                } else if errno != EINTR {
                    end(errno)
                }
            }
        }
    }

    /// A note beside the result, on standard error.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data("rapporteur: \(text)\n".utf8))
    }

    private static func end(_ code: Int32) -> Never {
        if code == EPIPE { exit(0) }
        note("Standard output cannot be written: \(String(cString: strerror(code))).")
        exit(1)
    }

    static func json(_ value: some Encodable, encoder: JSONEncoder) throws {
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
