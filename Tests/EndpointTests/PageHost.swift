import FlyingFox
import FlyingSocks
import Foundation

@testable import Endpoint

/// Serves one page on loopback, whatever is asked for.
struct PageHost {
    /// Runs `body` with the page's address, `http://127.0.0.1:PORT/`.
    static func serve(_ html: String, _ body: (String) async throws -> Void) async throws {
        let server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: "127.0.0.1", port: 0),
                pool: PromptSocketPool(),
                logger: .disabled
            )
        )
        await server.appendRoute("*") { _ in
            HTTPResponse(
                statusCode: .ok,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: Data(html.utf8)
            )
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try await server.waitUntilListening(timeout: 10)
            guard case .ip4(_, let port)? = await server.listeningAddress else {
                throw Browser.Failure.didNotStart
            }
            try await body("http://127.0.0.1:\(port)/")
            group.cancelAll()
        }
    }
}
