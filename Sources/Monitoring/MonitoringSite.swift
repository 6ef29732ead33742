internal import BotCore
internal import BotStore
internal import FlyingFox
internal import Foundation
internal import Logging

/// What a watcher may ask: whether the process lives, whether it hears its homeserver, and its figures.
struct MonitoringSite: HTTPHandler {
    let store: Store
    let measurements: Measurements
    let clock: BotClock
    let syncLimit: Duration
    /// The addresses under which it may be asked: a browser that was led here under another name gets nothing.
    let hosts: Set<String>
    let logger: Logger

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        guard let host = request.headers[.host], hosts.contains(host.lowercased()) else {
            return plain("Ask under the address that was logged.", .misdirectedRequest)
        }
        guard request.method == .GET || request.method == .HEAD else {
            var response = plain("Only GET and HEAD are answered here.", .methodNotAllowed)
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        switch request.target.path(percentEncoded: true) {
        case "/live": return plain("Alive.", .ok)
        case "/ready": return await readiness()
        case "/metrics": return await metrics()
        default: return plain("There are /live, /ready and /metrics.", .notFound)
        }
    }

    private func readiness() async -> HTTPResponse {
        let readiness = Readiness(await measurements.reading, at: clock.now(), limit: syncLimit)
        return plain(readiness.sentence, readiness.isReady ? .ok : .serviceUnavailable)
    }

    private func metrics() async -> HTTPResponse {
        do {
            let vitals = Vitals(
                figures: try await store.figures(),
                reading: await measurements.reading,
                now: clock.now(),
                residentBytes: ResidentMemory.bytes
            )
            return response(Metric.text(of: vitals.metrics), .ok, type: Metric.contentType)
        } catch {
            logger.error("The figures cannot be read: \(error)")
            return plain("The figures cannot be read; the log says why.", .internalServerError)
        }
    }

    private func plain(_ sentence: String, _ status: HTTPStatusCode) -> HTTPResponse {
        response(sentence + "\n", status, type: "text/plain; charset=utf-8")
    }

    private func response(_ text: String, _ status: HTTPStatusCode, type: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ],
            body: Data(text.utf8)
        )
    }
}
