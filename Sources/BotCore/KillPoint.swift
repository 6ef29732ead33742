internal import Foundation
internal import Synchronization

/// A place between two writes at which the process can be made to die, to show that nothing is lost there.
package enum KillPoint: String, CaseIterable, Sendable {
    case beforeWrite1 = "before-write-1"
    case afterWrite1 = "after-write-1"
    case inPlugin = "in-plugin"
    case betweenWrites2 = "between-writes-2"
    case afterWrite2 = "after-write-2"
    case afterSend = "after-send"
    case afterWrite3 = "after-write-3"
    case beforeTick = "before-tick"
    case afterTick = "after-tick"
}

/// Kills the process at a ``KillPoint`` or another place that has a name, if `RAPPORTEUR_KILL_AT` names one:
/// `after-write-2`, or `after-write-2:3` for the third time that it is reached.
package final class KillSwitch: Sendable {
    private let point: String?
    private let remaining: Atomic<Int>

    /// - Parameter setting: The value of `RAPPORTEUR_KILL_AT`; nil where nothing is to die.
    package init(setting: String?) {
        let parts = (setting ?? "").split(separator: ":")
        point = parts.first.map(String.init)
        remaining = Atomic(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }

    func reach(_ reached: KillPoint) { reach(named: reached.rawValue) }

    /// - Parameter reached: The name of a point that is not of the bot itself.
    package func reach(named reached: String) {
        guard reached == point else { return }
        if remaining.subtract(1, ordering: .relaxed).newValue == 0 { kill(getpid(), SIGKILL) }
    }
}
