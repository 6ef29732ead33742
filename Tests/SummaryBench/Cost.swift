import TestSupport
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

    /// As the kernel tells it of this program alone: what `getrusage` gives begins with the memory of whoever started it.
    private static var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line.flatMap { Double($0.filter(\.isNumber)) }
        return (kilobytes ?? .nan) / 1024
    }
}
