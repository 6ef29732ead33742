import Foundation

/// What one request costs, on average over many.
struct Cost {
    let processorMicroseconds: Double
    let wallMicroseconds: Double

    /// Sends `count` requests over `lanes` lanes, each of which sends one after another; ends early at `limit`.
    static func measure(
        count: Int,
        lanes: Int,
        limit: Duration,
        request: @escaping @Sendable () async throws -> Void
    ) async throws -> Cost {
        let (processor, start) = (processorSeconds, ContinuousClock.now)
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<lanes {
                group.addTask {
                    var done = 0
                    while done < count / lanes, ContinuousClock.now - start < limit {
                        try await request()
                        done += 1
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
        return Cost(
            processorMicroseconds: (processorSeconds - processor) / Double(done) * 1e6,
            wallMicroseconds: (ContinuousClock.now - start) / .microseconds(1) / Double(done)
        )
    }

    /// Of all threads of this process, in its own code and in the system's for it.
    private static var processorSeconds: Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let times: [timeval] = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
