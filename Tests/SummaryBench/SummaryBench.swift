import Discussion
import Formats
import Foundation
import Summaries

/// What the Python beside it asks of the summariser: `make bench-summaries` runs both.
///
/// Discussions come as JSON Lines on standard input; answers go out as JSON Lines.
@main
struct SummaryBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let options = Options(arguments.dropFirst())
        switch arguments.first {
        case "features":
            try write(["names": Feature.allCases.map(\.rawValue)])
            try discussions { try write(FeatureLine($0)) }
        case "summaries":
            let summarizer = try options.summarizer()
            try discussions { try write(ExtractLine($0, by: summarizer)) }
        case "sentences": try discussions { try write(SentencesLine($0)) }
        case "time": try write(Cost.ofSummary(comments: options.comments, words: options.words))
        default: throw Options.Misuse.unknownCommand(arguments.first ?? "")
        }
    }

    private static func discussions(_ body: (DiscussionLines.Discussion) throws -> Void) throws {
        let input = FileHandle.standardInput
        let reader = DiscussionLineReader(beginning: []) {
            [UInt8](try input.read(upToCount: 1 << 18) ?? Data())
        }
        try DiscussionLines.forEach(in: reader, body)
    }

    private static func write(_ line: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes = try encoder.encode(line)
        bytes.append(UInt8(ascii: "\n"))
        try FileHandle.standardOutput.write(contentsOf: bytes)
    }
}
