import Foundation
import MatrixTypes
import Networking

@testable import Endpoint

/// A text as one part of a path or query.
func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
}

extension ServedRoom {
    typealias Answer = (status: Int, headers: [String: String], body: [UInt8])

    /// Makes a call of the client API by its path after the prefix.
    func client(
        _ path: String,
        method: String = "GET",
        as person: Person? = nil,
        token: String? = nil,
        body: String? = nil
    ) async throws -> Answer {
        let headers = token.map { ["Authorization": "Bearer \($0)"] } ?? [:]
        return try await call(method, "/_matrix/client/v3/" + path, as: person, body: body, headers: headers)
    }

    func sync(as person: Person, _ query: String = "") async throws -> SyncBatch {
        try SyncBatch(reading: JSONSlice(try await client("sync?\(query)", as: person).body))
    }

    /// The name of a filter that is stored.
    func store(_ filter: String, as person: Person) async throws -> String {
        let path = "user/\(encoded(person.userID.rawValue))/filter"
        let answer = try await client(path, method: "POST", as: person, body: filter)
        return try object(answer.body)["filter_id"] as? String ?? ""
    }

    func request(_ path: String, as person: Person) -> Networking.HTTPRequest {
        Networking.HTTPRequest(
            method: .get,
            url: addresses.apiURL + "/_matrix/client/v3/" + path,
            headers: [("Authorization", "Bearer \(person.accessToken)")],
            body: [],
            timeout: .seconds(60),
            maximumResponseBytes: 1 << 24
        )
    }
}
