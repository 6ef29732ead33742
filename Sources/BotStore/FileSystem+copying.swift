internal import Foundation

extension FileSystem {
    /// Copies the bytes of a file into another that is there, and returns when they are on disk.
    ///
    /// - Parameter progress: Is told how many bytes are copied, and of how many.
    static func copy(_ path: String, to other: String, _ progress: (Int, Int) -> Void) throws(Failure) {
        let total = try size(of: path)
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw Failure() }
        defer { close(source) }
        let target = open(other, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard target >= 0 else { throw Failure() }
        defer { close(target) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var done = 0
        while true {
            let count = read(source, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure() }
            guard count > 0 else { break }
            try write(Array(bytes[..<count]), to: target)
            done += count
            progress(done, total)
        }
        guard fsync(target) == 0 else { throw Failure() }
    }
}
