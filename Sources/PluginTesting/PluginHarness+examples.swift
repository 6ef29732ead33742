internal import PluginAPI

extension PluginHarness {
    /// Runs every example of every command, in order and as a moderator, and says which of them lie.
    ///
    /// An example must have its holes filled, be understood, and be answered by something other than a
    /// ``UsageError``. So in tests: `#expect(try await room.brokenExamples() == [])`.
    ///
    /// - Returns: A sentence about each example that fails, and about each command without any.
    public func brokenExamples() async throws -> [String] {
        var broken: [String] = []
        for command in plugins.flatMap(\.manifest.commands) {
            if command.examples.isEmpty { broken.append("`\(command.name)` has no example.") }
            for example in command.examples {
                if let fault = try await fault(of: example, for: command) {
                    broken.append("`\(example.text)`: \(fault)")
                }
            }
        }
        return broken
    }

    private func fault(of example: Command.Example, for command: Command) async throws -> String? {
        let filler = ExampleFiller(statement: statement, comment: thread.comments.first { !$0.isRemoved })
        guard let text = filler.fill(example.text) else { return "this room has nothing for its holes." }
        guard case .command(let parsed) = grammar.commandLine(text), parsed.command == command else {
            return "as `\(text)` it is not read as `\(command.name)`."
        }
        let answers = try await say(
            "\(grammar.prefix)\(text)",
            powerLevel: max(example.minimumPowerLevel, command.minimumPowerLevel)
        )
        if misunderstood.contains(lastHappening) { return "it is answered by \"\(answers.joined())\"." }
        return answers.isEmpty ? "it is not answered." : nil
    }
}
