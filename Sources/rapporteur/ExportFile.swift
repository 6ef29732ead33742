internal import Foundation
internal import Networking

/// A file of an export on its way to the disk.
final class ExportFile: Sendable {
    private let handle: FileHandle
    private let path: String
    private let state = Guarded((waiting: Data(), size: 0))

    init(handle: FileHandle, path: String) {
        self.handle = handle
        self.path = path
    }

    /// How many bytes there are so far.
    var size: Int { state.use { $0.size } }

    /// - Throws: ``ExportPlace/PlaceError``.
    func write(_ piece: Data) throws {
        try state.use { state in
            state.waiting.append(piece)
            state.size += piece.count
            guard state.waiting.count >= 1 << 16 else { return }
            try ExportPlace.PlaceError.naming(path) { try handle.write(contentsOf: state.waiting) }
            state.waiting.removeAll(keepingCapacity: true)
        }
    }

    /// Writes the rest, and has all of it on the disk.
    ///
    /// - Returns: How many bytes it has.
    /// - Throws: ``ExportPlace/PlaceError``.
    func finish() throws -> Int {
        try state.use { state in
            try ExportPlace.PlaceError.naming(path) {
                try handle.write(contentsOf: state.waiting)
                try handle.synchronize()
                try handle.close()
            }
            return state.size
        }
    }
}
