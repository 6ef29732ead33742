internal import Foundation

/// Asks a site, and waits where it is busy.
struct WordPressWeb: Sendable {
    /// How often one question is asked again.
    static let maximumWaits = 2
    /// Past this, whoever imports had better come back.
    static let longestWait = Duration.seconds(300)
    /// Where the site does not say.
    static let usualWait = Duration.seconds(10)

    let fetch: @Sendable (_ url: String) async throws -> WebAnswer
    let pause: @Sendable (_ duration: Duration) async throws -> Void

    /// The first answer that is not "busy".
    ///
    /// - Throws: ``WordPressSource/ReadError/busy(retryAfter:)``, or what fetching or pausing throws.
    func answer(from url: String) async throws -> WebAnswer {
        for waits in 0... {
            let answer = try await fetch(url)
            guard answer.status == 429 || answer.status == 503 else { return answer }
            let wait = answer.retryAfter ?? Self.usualWait
            guard waits < Self.maximumWaits, wait <= Self.longestWait else {
                throw WordPressSource.ReadError.busy(retryAfter: answer.retryAfter)
            }
            try await pause(wait)
        }
        throw WordPressSource.ReadError.busy(retryAfter: nil)
    }

    /// The same from the API, where only success counts.
    ///
    /// - Throws: ``WordPressSource/ReadError/closed(status:code:)`` where the API is not open,
    ///   ``WordPressSource/ReadError/noPost`` where it is but has nothing here.
    func json(from url: String) async throws -> WebAnswer {
        let answer = try await answer(from: url)
        switch answer.status {
        case 200..<300: return answer
        default:
            let code = Self.code(in: answer.body)
            if answer.status == 404 || answer.status == 410, code.map(Self.meansMissing) == true {
                throw WordPressSource.ReadError.noPost
            }
            throw WordPressSource.ReadError.closed(status: answer.status, code: code)
        }
    }

    private static func meansMissing(_ code: String) -> Bool {
        ["rest_post_invalid_id", "rest_page_invalid_id"].contains(code)
    }

    /// `{"code": "rest_forbidden", …}`.
    private static func code(in body: [UInt8]) -> String? {
        struct Failure: Decodable {
            let code: String
        }
        do {
            return try JSONDecoder().decode(Failure.self, from: Data(body)).code
        } catch {
            return nil
        }
    }
}
