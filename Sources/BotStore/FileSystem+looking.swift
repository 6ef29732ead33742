internal import Foundation

extension FileSystem {
    /// Whether a file or a directory is there, or a link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// How many bytes a file has.
    static func size(of path: String) throws(Failure) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure() }
        return Int(status.st_size)
    }

    /// How many bytes a file may still grow by where it stands; nil where the system does not say.
    static func room(at path: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder(of: path), &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    /// Gives a file that root has made to whom its directory belongs: the bot's own account must be able to use it.
    static func handOver(_ descriptor: Int32, at path: String) {
        var status = stat()
        guard geteuid() == 0, stat(folder(of: path), &status) == 0 else { return }
        _ = fchown(descriptor, status.st_uid, status.st_gid)
    }

    /// The directory in which a file stands.
    static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// Whether a file stands in a directory or below it, by whatever name or link either is called.
    static func isInside(_ path: String, directory: String) -> Bool {
        var sought = stat()
        guard stat(directory, &sought) == 0 else { return false }
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath()
        while true {
            var found = stat()
            if stat(folder.path, &found) == 0, found.st_dev == sought.st_dev, found.st_ino == sought.st_ino {
                return true
            }
            guard folder.path != "/" else { return false }
            folder.deleteLastPathComponent()
        }
    }

    /// The first bytes of a file, as many as it has of those that were asked for.
    static func beginning(of path: String, bytes count: Int) throws(Failure) -> [UInt8] {
        try bytes(of: path, from: 0, count: count)
    }

    /// The last bytes of a file, as many as it has of those that were asked for.
    static func end(of path: String, bytes count: Int) throws(Failure) -> [UInt8] {
        try bytes(of: path, from: max(try size(of: path) - count, 0), count: count)
    }

    private static func bytes(of path: String, from start: Int, count: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        return try bytes(of: descriptor, from: start, count: count)
    }

    static func bytes(of descriptor: Int32, from start: Int, count: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let found = pread(descriptor, &bytes, count, start)
        guard found >= 0 else { throw Failure() }
        return Array(bytes.prefix(found))
    }
}
