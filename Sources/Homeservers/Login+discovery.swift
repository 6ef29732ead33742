internal import Foundation
internal import MatrixTypes
internal import Networking

extension Login {
    private struct Versions: Decodable { let versions: [String] }
    private struct Delegation: Decodable {
        struct Homeserver: Decodable { let base_url: String }
        let homeserver: Homeserver?
        enum CodingKeys: String, CodingKey { case homeserver = "m.homeserver" }
    }

    /// So many times a server may say that its delegation lies elsewhere; the specification wants that followed.
    private static let mostRedirects = 5

    /// Finds the homeserver that a person means: `https://example.org`, `example.org` or `@name:example.org`.
    ///
    /// - Throws: ``Problem``.
    package func homeserver(_ given: String) async throws -> FoundHomeserver {
        let base = try Self.base(given.trimmingCharacters(in: .whitespacesAndNewlines))
        if let delegated = try await delegation(of: base), delegated != base {
            return try await homeserver(at: delegated)
        }
        return try await homeserver(at: base)
    }

    /// Asks whether a homeserver is there, without looking for a delegation.
    ///
    /// - Throws: ``Problem``.
    package func homeserver(at base: String) async throws -> FoundHomeserver {
        do {
            let caller = ClientCaller(client: client, base: base)
            let found = try await caller.value(Versions.self, of: .versions, token: nil)
            return FoundHomeserver(base: base, versions: found.versions)
        } catch let failure as APIFailure {
            throw Problem(failure, at: base)
        }
    }

    private static func base(_ given: String) throws -> String {
        var text = given
        if text.hasPrefix("@"), let colon = text.firstIndex(of: ":") {
            text = String(text[text.index(after: colon)...])
        }
        if !text.contains("://") { text = "https://" + text }
        do {
            let address = try HomeserverAddress(url: text, api: nil)
            guard address.stream == nil else { throw Problem.isAStream(given, base: address.api) }
            return address.api
        } catch HomeserverAddress.AddressError.withPath(_, let base) {
            throw Problem.withPath(given, base: base)
        } catch is HomeserverAddress.AddressError {
            throw Problem.notAnAddress(given)
        }
    }

    /// Where a server says its homeserver is; nil where it says nothing.
    private func delegation(of base: String) async throws -> String? {
        var url = base + ClientCall.wellKnown.path
        for _ in 0...Self.mostRedirects {
            guard let response = try? await client.response(to: request(url)) else { return nil }
            if (300..<400).contains(response.status), let place = response.header("Location"),
                let next = Self.followed(place, from: url)
            {
                url = next
                continue
            }
            guard response.status == 200 else { return nil }
            return try Self.base(in: response.body, of: base)
        }
        throw Problem.delegationBroken(server: base, reason: "it points on and on")
    }

    private func request(_ url: String) -> HTTPRequest {
        HTTPRequest(
            method: .get,
            url: url,
            headers: [("Accept", "application/json"), ("User-Agent", "rapporteur")],
            body: [],
            timeout: .seconds(20),
            maximumResponseBytes: 65_536
        )
    }

    /// Never from https to http, where somebody on the way could name a homeserver of their own.
    private static func followed(_ place: String, from url: String) -> String? {
        guard let next = URL(string: place, relativeTo: URL(string: url))?.absoluteString else { return nil }
        return next.hasPrefix("https://") || (next.hasPrefix("http://") && url.hasPrefix("http://"))
            ? next : nil
    }

    private static func base(in body: [UInt8], of server: String) throws -> String? {
        // Many servers answer every path with a page of their own.
        guard ClientCaller.kind(of: body) != "a web page" else { return nil }
        let address: String?
        do {
            address = try JSONDecoder().decode(Delegation.self, from: Data(body)).homeserver?.base_url
        } catch {
            throw Problem.delegationBroken(server: server, reason: ClientCaller.kind(of: body))
        }
        guard let address else { return nil }
        do {
            return try HomeserverAddress(url: address, api: address).api
        } catch HomeserverAddress.AddressError.withPath {
            // A homeserver may live below a path, if it says so itself.
            return address.hasSuffix("/") ? String(address.dropLast()) : address
        } catch {
            throw Problem.delegationBroken(server: server, reason: "its base_url is no https address")
        }
    }
}
