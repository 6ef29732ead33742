internal import BotCore
internal import BotStore
internal import Foundation
internal import Logging
internal import Serving

/// What a watcher may ask: whether the process lives, whether it hears its homeserver, and its figures.
struct MonitoringSite: Sendable {
    let store: Store
    let measurements: Measurements
    let clock: BotClock
    let syncLimit: Duration
    let logger: Logger

    func answer(to request: PageRequest) async -> PageAnswer {
        switch request.path {
        case "/live": .text("Alive.", status: 200)
        case "/ready": await readiness()
        case "/metrics": await metrics()
        default: .text("There are /live, /ready and /metrics.", status: 404)
        }
    }

    private func readiness() async -> PageAnswer {
        let readiness = Readiness(await measurements.reading, at: clock.now(), limit: syncLimit)
        return .text(readiness.sentence, status: readiness.isReady ? 200 : 503)
    }

    private func metrics() async -> PageAnswer {
        do {
            let vitals = Vitals(
                figures: try await store.figures(),
                reading: await measurements.reading,
                now: clock.now(),
                residentBytes: ResidentMemory.bytes
            )
            let text = Metric.text(of: vitals.metrics)
            return PageAnswer(status: 200, type: Metric.contentType, body: Data(text.utf8))
        } catch {
            logger.error("The figures cannot be read: \(error)")
            return .text("The figures cannot be read; the log says why.", status: 500)
        }
    }
}
