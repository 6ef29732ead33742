internal import ArgumentParser
internal import Foundation

@main
struct Rapporteur: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "Brings a statement and its comments into a group chat, and the chat's discussion back.",
        subcommands: [
            DemoCommand.self, LoginCommand.self, RunCommand.self, LogoutCommand.self, GatewayCommand.self,
            QuoteCommand.self, SummariseCommand.self, CronCommand.self, ImportCommand.self,
            ArchiveCommand.self, ExportCommand.self, VerifyCommand.self, ForgetCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
            CheckConfigCommand.self,
        ]
    )

    static func main() async {
        // Who closes our output has read enough; a full disk is an error to be told, not a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(with: error)
        }
    }

    /// 0 done, 2 usage, 1 the rest.
    private static func exit(with error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success || code == .validationFailure {
            FileHandle.standard(isError: code != .success).write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(code == .success ? 0 : 2)
        }
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        FileHandle.standardError.write(Data("rapporteur: \(error)\n".utf8))
        let isUsage = (error as? Settings.SettingError)?.isUsage ?? false
        Foundation.exit(isUsage ? 2 : 1)
    }
}

extension FileHandle {
    fileprivate static func standard(isError: Bool) -> FileHandle { isError ? standardError : standardOutput }
}
