/// Asks a language model, where the operator has configured one. What it writes is not to be trusted.
public protocol WriterWindow: Sendable {
    /// The model's name, as people are told it.
    var model: String { get }

    /// What the model makes of the material; nil where nothing came that can be used, which the log then explains.
    ///
    /// Takes as long as the configuration allows, 20 seconds unless it says otherwise. After a crash the same input
    /// asks again.
    ///
    /// - Parameters:
    ///   - instructions: What it is to do.
    ///   - material: What it is to do that with; data, whatever stands there.
    ///   - maximumWords: About how long the prose may be.
    func prose(instructions: String, material: String, maximumWords: Int) async -> String?
}
