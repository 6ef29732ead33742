package import Foundation
package import Logging

/// Writes each record as one line: see ``LogFormat``.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel = Logger.Level.info
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogFormat
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Takes a line with its line feed; may be called from several threads at once.
    package init(
        label: String,
        format: LogFormat,
        now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        self.format = format
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let line = LogLine(
            at: now(),
            level: event.level.rawValue,
            label: label,
            message: "\(event.message)",
            fields: fields(of: event)
        )
        write(line.written(as: format) + "\n")
    }

    /// In the order of their keys. What is nearer to the record wins.
    private func fields(of event: LogEvent) -> [LogLine.Field] {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { _, nearer in nearer }
        if let error = event.error { all["error"] = "\(error)" }
        all.merge(event.metadata ?? [:]) { _, nearer in nearer }
        return all.sorted { $0.key < $1.key }.map { LogLine.Field(key: $0.key, value: "\($0.value)") }
    }
}
