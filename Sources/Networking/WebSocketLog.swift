import CLibwebsockets
import Foundation

/// What libwebsockets has complained about on one service thread since it was last asked.
///
/// The reason of a failed TLS handshake is said in this log only.
final class WebSocketLog {
    private static let key = "org.rapporteur.websocket-log"
    private static let mostLines = 16
    private static let tlsPrefix = "SSL error: "
    private var lines: [String] = []

    /// Catches what is logged on this thread from now on. The callback is the same for the whole process; each
    /// service finds its own lines by the thread.
    func install() {
        Thread.current.threadDictionary[Self.key] = self
        Self.divert()
    }

    /// Keeps libwebsockets from writing to standard error.
    static func divert() {
        lws_set_log_level(Int32(LLL_ERR | LLL_WARN)) { _, line in
            let log = Thread.current.threadDictionary[WebSocketLog.key] as? WebSocketLog
            if let line { log?.add(String(cString: line)) }
        }
    }

    private func add(_ line: String) {
        lines.append(line)
        if lines.count > Self.mostLines { lines.removeFirst() }
    }

    func clear() {
        lines.removeAll(keepingCapacity: true)
    }

    /// "certificate has expired", out of "SSL error: certificate has expired (preverify_ok=0;err=10;depth=0)".
    var tlsReason: String? {
        for line in lines.reversed() {
            guard let start = line.range(of: Self.tlsPrefix)?.upperBound else { continue }
            let end = line.range(of: " (", range: start..<line.endIndex)?.lowerBound ?? line.endIndex
            return String(line[start..<end])
        }
        return nil
    }

    /// A second libwebsockets context in the process changes an index behind the back of TLS handshakes that are
    /// under way in the first; those fail with this line, through no fault of the server.
    var isIndexLost: Bool {
        lines.contains { $0.contains("can't get wsi from ssl privdata") }
    }

    var isCertificateFileUnread: Bool {
        lines.contains { $0.contains("isn't going to work") }
    }

    /// The last complaint, without its line feed.
    var last: String? {
        lines.last?.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
