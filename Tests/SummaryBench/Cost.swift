import Discussion
import Foundation
import Summaries

/// What the summary of a made-up thread costs, in a process that did nothing else.
struct Cost: Encodable {
    let comments: Int
    /// From text to summary: cutting into sentences included.
    let seconds: Double
    /// The most memory that the process ever had, the thread's own text included.
    let peakMegabytes: Double

    static func ofSummary(comments count: Int, words: Int) -> Cost {
        let texts = MadeUpThread(comments: count, seed: 4).comments
        let clock = ContinuousClock()
        let duration = clock.measure {
            let comments = texts.map(\.comment)
            let summary = Summarizer(maximumWords: words).summary(of: comments, about: nil, leavingOut: [:])
            precondition(!summary.sentences.isEmpty, "a thread of \(count) comments has a summary")
        }
        return Cost(comments: count, seconds: duration / .seconds(1), peakMegabytes: peakMegabytes)
    }

    private static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
