/// Before which homeserver a gateway stands, and how much its clients may ask for.
package struct GatewaySettings: Sendable {
    /// `https://host` or `https://host:port`, without a slash at the end.
    package let homeserver: String
    /// The address that is listened on.
    package var host = "127.0.0.1"
    /// The pages that may connect, as a browser names them: `https://chat.example.org`. What is no browser
    /// names none, and is let in by its token.
    package var origins: Set<String> = []
    package var maximumClients = 256
    /// How many requests of one client may be under way. What is more waits in the client.
    package var requestsAtOnce = 32
    /// The longest request of a client; an event has up to 65,536 bytes.
    package var maximumRequestBytes = 256 << 10
    /// The longest answer of the homeserver's sync that is passed on.
    package var maximumSyncBytes = 64 << 20
    /// How long the homeserver may hold a sync; a client hears something that often.
    package var pollTimeout = Duration.seconds(30)
    /// How long the homeserver may take for anything else, and for a sync beyond ``pollTimeout``.
    package var requestTimeout = Duration.seconds(60)
    /// How long a client may wait for its upgrade while the homeserver looks at its token and position.
    package var admissionTimeout = Duration.seconds(10)
    /// How long a sync may fail before the connection is closed.
    package var patience = Duration.seconds(45)
    /// The pause after the first failure of a sync; it doubles up to sixteen times that.
    package var firstPause = Duration.seconds(1)
    package var handshakeTimeout = Duration.seconds(10)
    package var pingInterval = Duration.seconds(54)
    /// A client that neither answers pings nor says anything for so long is given up.
    package var silenceLimit = Duration.seconds(114)

    /// The usual settings.
    ///
    /// - Throws: ``InvalidHomeserver``.
    package init(homeserver: String) throws(InvalidHomeserver) {
        let isWeb = ["https://", "http://"].contains { homeserver.lowercased().hasPrefix($0) }
        guard isWeb else { throw .hasNoScheme(homeserver) }
        let host = homeserver.drop { $0 != ":" }.dropFirst(3)
        let bare = host.hasSuffix("/") ? host.dropLast() : host
        guard !bare.isEmpty, !bare.contains(where: { "/?#@\\".contains($0) || $0.isWhitespace }) else {
            throw .isNotBare(homeserver)
        }
        self.homeserver = String(homeserver.prefix { $0 != ":" }) + "://" + bare
    }
}

extension GatewaySettings {
    /// Why an address is not that of a homeserver.
    package enum InvalidHomeserver: Error, Hashable, CustomStringConvertible {
        case hasNoScheme(String)
        case isNotBare(String)

        package var description: String {
            switch self {
            case .hasNoScheme(let found):
                "The homeserver's address \"\(found)\" does not begin with https:// or http://; put it before."
            case .isNotBare(let found):
                "The homeserver's address \"\(found)\" must end after its host and port, as https://host does."
            }
        }
    }
}
