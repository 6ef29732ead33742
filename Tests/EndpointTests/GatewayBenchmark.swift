import Foundation
import MatrixTypes
import Networking
import Testing

@testable import Endpoint

/// Prints figures; run by hand with `RAPPORTEUR_BENCHMARK=1 swift test -c release --filter GatewayBenchmark`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RAPPORTEUR_BENCHMARK"] != nil))
struct GatewayBenchmark {
    @Test(arguments: Way.allCases)
    func `latency from a request to its answer and to its echo`(way: Way) async throws {
        try await ServedRoom.run(way: way) { served in
            let here = served.here
            try await served.follow(as: here.ada) { stream in
                _ = try await stream.batch()
                var answers: [Duration] = []
                var echoes: [Duration] = []
                for number in 0..<500 {
                    let id = "n\(number)"
                    let start = ContinuousClock.now
                    try await stream.connection.send([Array(stream.say(id, id: id, in: here.room).utf8)])
                    var isAnswered = false
                    var isHeard = false
                    while !isAnswered || !isHeard {
                        switch try await stream.message() {
                        case .sync(let batch):
                            guard batch.words.contains(id) else { continue }
                            echoes.append(ContinuousClock.now - start)
                            isHeard = true
                        case .done:
                            answers.append(ContinuousClock.now - start)
                            isAnswered = true
                        case .refused(_, let refusal): throw refusal
                        }
                    }
                }
                print("\(way.rawValue): answer \(summary(answers)), echo \(summary(echoes))")
            }
        }
    }

    @Test func `memory of a hundred clients`() async throws {
        try await ServedRoom.run(way: .gateway) { served in
            let before = try residentKilobytes()
            let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try? await served.follow(as: served.here.bo) { stream in
                            while true {
                                _ = try await stream.batch()
                                isReady.yield()
                            }
                        }
                    }
                }
                var iterator = ready.makeAsyncIterator()
                for _ in 0..<100 { await iterator.next() }
                if let idle = try? residentKilobytes() {
                    print("100 clients: \(idle - before) kB more, idle")
                }
                for round in 0..<10 {
                    _ = try? served.here.say(["\(round)"], as: served.here.ada)
                    for _ in 0..<100 { await iterator.next() }
                }
                if let busy = try? residentKilobytes() {
                    print("100 clients: \(busy - before) kB more, after 10 updates")
                }
                group.cancelAll()
            }
        }
    }

    private func summary(_ times: [Duration]) -> String {
        let sorted = times.sorted()
        let (middle, high) = (sorted[sorted.count / 2], sorted[sorted.count * 95 / 100])
        return "p50 \(Int(middle / .microseconds(1))) µs, p95 \(Int(high / .microseconds(1))) µs"
    }

    private func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap {
            Int($0.split(separator: " ", omittingEmptySubsequences: true).dropLast().last ?? "")
        } ?? 0
    }
}
