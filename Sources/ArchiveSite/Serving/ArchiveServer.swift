package import BotStore
internal import Foundation
package import Logging
internal import Networking
internal import Serving
internal import ServiceLifecycle

/// Shows the archive's pages at a port of this machine, as they are just then. It only reads.
package struct ArchiveServer: Service {
    private let server: PageServer
    private let store: Store
    private let current: CurrentSite
    private let logger: Logger

    /// - Parameters:
    ///   - port: 0 picks a free one; the log says which.
    ///   - host: The name under which a reverse proxy asks; nil where there is none.
    ///   - site: The pages of what may be published.
    package init(
        port: Int,
        host: String?,
        store: Store,
        logger: Logger,
        site: @escaping @Sendable (PublishedCopy) throws -> ArchiveSite
    ) {
        let current = CurrentSite(store: store, make: site)
        self.current = current
        self.store = store
        self.logger = logger
        server = PageServer(
            settings: PageServer.Settings(
                address: .ip4,
                port: port,
                portKey: "site.port",
                hosts: Set([host].compactMap(\.self)),
                subject: "with the archive's pages"
            ),
            logger: logger
        ) { request in await Self.answer(to: request, from: current, logger) }
    }

    /// Serves until it is stopped or cancelled.
    ///
    /// - Throws: ``PageServer/StartError`` where the port cannot be had.
    package func run() async throws {
        try await run { _ in }
    }

    /// - Parameter onListening: Told once, with the address, when it can be asked.
    package func run(onListening: @escaping @Sendable (_ url: String) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run(onListening: onListening) }
            group.addTask {
                for await _ in await store.changes(in: .discussion).cancelOnGracefulShutdown() {
                    do {
                        try await current.outdate()
                    } catch {
                        logger.error("It cannot be seen what may be published: \(error)")
                    }
                }
            }
            // The server ends when it is asked to, or cannot begin; the bells end with the store.
            try await group.next()
            group.cancelAll()
        }
    }

    private static func answer(
        to request: PageRequest,
        from current: CurrentSite,
        _ logger: Logger
    ) async -> PageAnswer {
        let path = request.path.dropFirst().removingPercentEncoding ?? ""
        do {
            let site = try await current.site()
            guard let page = try site.page(at: path) else {
                let missing = site.missingPage(at: path)
                return PageAnswer(
                    status: 404,
                    type: missing.mediaType,
                    body: Data(missing.bytes),
                    headers: guards
                )
            }
            // Whoever has the page asks whether it is still true, each time: nothing that was taken back is shown from memory.
            let tag = "\"\(SHA256Digest(of: page.bytes))\""
            let headers = guards.merging(["ETag": tag, "Cache-Control": "no-cache"]) { $1 }
            let isKnown = request.knownTag == tag
            return PageAnswer(
                status: isKnown ? 304 : 200,
                type: page.mediaType,
                body: isKnown ? Data() : Data(page.bytes),
                headers: headers
            )
        } catch {
            logger.error("The archive's pages cannot be made: \(error)")
            return .text("The page cannot be made; the log says why.", status: 500)
        }
    }

    /// What a browser must not do with words of strangers, whatever they are.
    private static let guards = [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
    ]
}
