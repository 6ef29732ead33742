import Foundation
import Logging
import Monitoring
import TestSupport
import Testing

@Suite struct `A logger that writes lines` {
    private final class Written: Sendable {
        private let text = Locked("")
        var lines: [Substring] {
            text.withLock { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        }
        func add(_ line: String) { text.withLock { $0 += line } }
    }

    private func logger(_ written: Written, provider: Logger.MetadataProvider? = nil) -> Logger {
        Logger(label: "rapporteur") { label in
            var handler = LineLogHandler(
                label: label,
                format: .text,
                now: { Date(timeIntervalSince1970: 1_795_460_400) },
                write: { written.add($0) }
            )
            handler.metadataProvider = provider
            return handler
        }
    }

    @Test func `writes its own fields and those of each record, in order, the nearer before`() {
        let written = Written()
        var logger = logger(written, provider: Logger.MetadataProvider { ["task": "1", "b": "task"] })
        logger[metadataKey: "room"] = "!hall:demo"
        logger[metadataKey: "b"] = "logger"
        logger.warning("Late", metadata: ["a": "1", "list": ["x", "y\n"]])
        logger.info("Again", metadata: ["b": "record"])
        #expect(
            written.lines
                == [
                    #"2026-11-23T19:00:00Z warning rapporteur: Late a=1 b=task list="[\"x\", \"y\\n\"]" room=!hall:demo task=1"#,
                    "2026-11-23T19:00:00Z info rapporteur: Again b=record room=!hall:demo task=1", "",
                ].map { Substring($0) }
        )
    }

    @Test func `writes nothing below its level`() {
        let written = Written()
        var logger = logger(written)
        logger.debug("no")
        logger.logLevel = .error
        logger.warning("no")
        logger.error("yes")
        #expect(written.lines.count == 2)
    }
}
