internal import Formats
internal import Networking

/// Summarises one discussion after another, small ones side by side, and hands the summaries on in their order.
struct SummaryQueue: Sendable {
    let maker: SummaryMaker
    /// As what the inputs are read; nil to find out.
    let kind: SummaryInput.Kind?
    let bar: ProgressBar

    private typealias Outcome = Result<SummaryReport, any Error>

    /// Lines that are in memory together, unless one of them is large.
    private static let linesAtOnce = 32

    /// Everything in these files. What comes before an error is handed on before that is thrown.
    func run(_ paths: [String], print: (SummaryReport) throws -> Void) async throws {
        for path in paths {
            let input = try SummaryInput(path: path)
            defer { input.close() }
            do {
                try await run(input, print: print)
            } catch let error as DiscussionLines.ReadError {
                throw StatementFile.ReadError.unreadable(path: input.name, reason: "\(error)")
            }
        }
    }

    private func run(_ input: SummaryInput, print: (SummaryReport) throws -> Void) async throws {
        let heard = Guarded(0)
        let content = try input.content(as: kind) { count in
            let bytes = heard.use { heard in
                heard += count
                return heard
            }
            bar.set(Progress(phase: "Reading", done: bytes, total: input.size, unit: "MB"))
        }
        switch content {
        case .page(let file): try print(try await maker.report(of: .page(file)))
        case .lines(var reader):
            while let batch = Batch(from: &reader, atMost: Self.linesAtOnce) {
                for outcome in await outcomes(of: batch.sources) { try print(try outcome.get()) }
                if let failure = batch.failure { throw failure }
            }
        }
    }

    /// In the order of the sources.
    private func outcomes(of sources: [SummaryMaker.Source]) async -> [Outcome] {
        // A list of our own: with optimisation on, Swift 6.3 lost what a `for await` over the group handed on.
        let done = Guarded<[(number: Int, outcome: Outcome)]>([])
        await withDiscardingTaskGroup { group in
            for (number, source) in sources.enumerated() {
                group.addTask {
                    let outcome = await outcome(of: source)
                    done.use { $0.append((number, outcome)) }
                }
            }
        }
        let outcomes = done.use { $0 }.sorted { $0.number < $1.number }.map(\.outcome)
        precondition(outcomes.count == sources.count, "no discussion is lost in silence")
        return outcomes
    }

    private func outcome(of source: SummaryMaker.Source) async -> Outcome {
        do {
            return .success(try await maker.report(of: source))
        } catch {
            return .failure(error)
        }
    }
}

/// Lines that are summarised side by side.
private struct Batch {
    private(set) var sources: [SummaryMaker.Source] = []
    /// Why there are no more.
    private(set) var failure: (any Error)?

    /// - Returns: nil at the end.
    init?(from reader: inout DiscussionLineReader, atMost limit: Int) {
        do {
            while sources.count < limit, let line = try reader.next() {
                let source = SummaryMaker.Source.line(number: line.number, bytes: line.bytes)
                sources.append(source)
                if source.isLarge { break }
            }
        } catch {
            failure = error
        }
        if sources.isEmpty, failure == nil { return nil }
    }
}
