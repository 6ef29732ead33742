internal import Synchronization

/// What takes a walk through a whole discussion, made when it is first needed, and then kept.
final class Kept<Value: Sendable>: Sendable {
    private let values = Mutex<[Int: Value]>([:])

    /// - Parameter make: Called once for each number; who asks meanwhile waits.
    func value(of number: Int, or make: () throws -> Value) throws -> Value {
        try values.withLock { values in
            if let value = values[number] { return value }
            let value = try make()
            values[number] = value
            return value
        }
    }
}
