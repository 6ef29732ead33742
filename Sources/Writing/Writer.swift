package import Logging
internal import PluginAPI

/// The language model as plugins see it: what goes wrong is one line in the log, and no prose.
package struct Writer: WriterWindow {
    private let client: WriterClient
    private let logger: Logger

    package init(client: WriterClient, logger: Logger) {
        self.client = client
        self.logger = logger
    }

    package var model: String { client.model }

    package func prose(instructions: String, material: String, maximumWords: Int) async -> String? {
        do {
            return try await client.prose(
                instructions: instructions,
                material: material,
                maximumWords: maximumWords
            )
        } catch {
            logger.warning("\(error) The summary goes out as it was chosen.")
            return nil
        }
    }
}
