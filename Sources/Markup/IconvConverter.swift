internal import Glibc

/// A conversion to UTF-8 by the system's iconv, which keeps its state from piece to piece.
final class IconvConverter {
    private let descriptor: iconv_t
    /// The first bytes of a character whose others have not come.
    private var incomplete: [UInt8] = []

    /// - Parameter name: One that iconv knows; nil is returned where it does not.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit { iconv_close(descriptor) }

    /// - Returns: What could be read, and what stands from the first byte on that is no character; nil where all could
    ///   be.
    func converted(_ bytes: [UInt8], isLast: Bool) -> (utf8: [UInt8], rest: ArraySlice<UInt8>?) {
        var input = incomplete + bytes
        incomplete = []
        // No character of these encodings has more than three bytes of UTF-8 for one of its own, or four for two.
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        let (read, written, problem) = run(&input, &output)
        output.removeLast(output.count - written)
        if read == input.count { return (output, nil) }
        if problem == EINVAL, !isLast {
            incomplete = Array(input[read...])
            return (output, nil)
        }
        return (output, input[read...])
    }

    private func run(_ input: inout [UInt8], _ output: inout [UInt8]) -> (
        read: Int, written: Int, problem: Int32
    ) {
        let (size, room) = (input.count, output.count)
        // iconv gets pointers into both arrays, moves them, and keeps none.
        return input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, free) = (size, room)
                let result = iconv(descriptor, &from, &left, &to, &free)
                return (size - left, room - free, result == -1 ? errno : 0)
            }
        }
    }
}
