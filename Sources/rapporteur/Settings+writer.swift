internal import Networking
internal import Writing

extension Settings {
    /// The language model that the settings name; nil where they name none.
    ///
    /// - Throws: ``SettingError``, or why its address or key cannot be used.
    func writer() throws -> WriterClient? {
        guard let url = optionalText("writer.url") else { return nil }
        let model = try requiredText("writer.model", argument: "--model")
        return WriterClient(
            address: try WriterAddress(url, allowsPlain: false),
            model: model,
            key: try optionalText("writer.key_file").map { try WriterKey(path: $0) },
            timeout: .seconds(try number("writer.timeout", in: 1...600)),
            client: try HTTPClient(caFile: nil)
        )
    }
}
