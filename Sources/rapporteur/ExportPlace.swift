internal import CFileSystem
internal import Foundation

/// Where an export goes: beside its name until all of it is there, so that nothing half-written stands under the name.
///
/// A folder changes places with the one before it in a single step; what the one before had is gone with it.
struct ExportPlace {
    /// Why there is no export.
    enum PlaceError: Error, CustomStringConvertible {
        case notOurs(path: String)
        case noFolder(path: String)
        case isFolder(path: String)
        case outside(path: String)
        case unwritable(path: String, reason: String)

        var description: String {
            switch self {
            case .notOurs(let path):
                "\(path) holds something that no export made, and would be lost. Name an empty or a new folder."
            case .noFolder(let path): "\(path) is a file; this format needs a folder. Name a new one."
            case .isFolder(let path): "\(path) is a folder; this format is one file. Name the file in it."
            case .outside(let path): "\(path) would stand outside of the export, and is not written."
            case .unwritable(let path, let reason):
                "\(path) cannot be written (\(reason)). Nothing was changed under that name; make room, or name "
                    + "another place."
            }
        }
    }

    /// Every folder of ours has it, so that it may be replaced.
    static let mark = ".rapporteur-export"

    private let destination: String
    private let part: String
    private let isFolder: Bool

    /// Begins. What an export left there that was killed is gone.
    ///
    /// - Throws: ``PlaceError``.
    init(_ path: String, isFolder: Bool) throws {
        // A link stays what it is: what it leads to is replaced.
        destination = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        part = destination + ".rapporteur-part"
        self.isFolder = isFolder
        let files = FileManager.default
        var isThereAsFolder: ObjCBool = false
        let isThere = files.fileExists(atPath: destination, isDirectory: &isThereAsFolder)
        if isFolder, isThere {
            guard isThereAsFolder.boolValue else { throw PlaceError.noFolder(path: destination) }
            let names = try naming(destination) { try files.contentsOfDirectory(atPath: destination) }
            guard names.isEmpty || names.contains(Self.mark) else {
                throw PlaceError.notOurs(path: destination)
            }
        } else if isThere, isThereAsFolder.boolValue {
            throw PlaceError.isFolder(path: destination)
        }
        try discard()
        try naming(part) {
            if isFolder { try files.createDirectory(atPath: part, withIntermediateDirectories: true) }
        }
        if isFolder { try write(Data(), to: Self.mark) }
    }

    /// Writes a file of the folder, and the folders above it.
    ///
    /// - Throws: ``PlaceError``, also for a path that would leave the folder.
    func write(_ bytes: Data, to path: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }), !path.contains("\0") else {
            throw PlaceError.outside(path: path)
        }
        let url = URL(fileURLWithPath: part + "/" + path)
        try naming(part + "/" + path) {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: url)
        }
    }

    /// The file, to be written in pieces as they come.
    ///
    /// - Throws: ``PlaceError``.
    func file() throws -> ExportFile {
        guard FileManager.default.createFile(atPath: part, contents: nil),
            let handle = FileHandle(forWritingAtPath: part)
        else { throw PlaceError.unwritable(path: part, reason: String(cString: strerror(errno))) }
        return ExportFile(handle: handle, path: part)
    }

    /// Gives the export its name.
    ///
    /// - Throws: ``PlaceError``; nothing was changed under the name then.
    func finish() throws {
        let isThere = FileManager.default.fileExists(atPath: destination)
        let isExchange = isFolder && isThere
        // A folder cannot take the place of one that is not empty; two can change places.
        let result = isExchange ? shim_exchange_names(part, destination) : rename(part, destination)
        guard result == 0 else {
            throw PlaceError.unwritable(path: destination, reason: String(cString: strerror(errno)))
        }
        if isExchange { try discard() }
    }

    /// Leaves nothing of what has not got its name.
    func discard() throws {
        guard FileManager.default.fileExists(atPath: part) else { return }
        try naming(part) { try FileManager.default.removeItem(atPath: part) }
    }

    private func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        try PlaceError.naming(path, body)
    }
}

extension ExportPlace.PlaceError {
    /// Does something with a path, whose errors name it.
    static func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as CocoaError {
            let reason = (error.underlying as? POSIXError)?.localizedDescription ?? error.localizedDescription
            throw ExportPlace.PlaceError.unwritable(path: path, reason: reason)
        }
    }
}
