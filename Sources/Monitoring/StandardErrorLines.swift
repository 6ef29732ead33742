internal import Foundation
internal import Synchronization

/// Standard error, for whole lines: each is there before the next begins, from whatever thread.
package final class StandardErrorLines: Sendable {
    private let file = Mutex(FileHandle.standardError)

    package init() {}

    package func write(_ line: String) {
        // Where nobody reads standard error, there is nobody to tell.
        file.withLock { file in try? file.write(contentsOf: Data(line.utf8)) }
    }
}
