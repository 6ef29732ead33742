internal import Foundation
package import Networking

/// Asks a language model behind an OpenAI-compatible API, once for each text, and gives up soon.
package struct WriterClient: Sendable {
    /// The model's name there.
    package let model: String
    private let address: WriterAddress
    private let key: WriterKey?
    private let timeout: Duration
    private let client: HTTPClient

    /// Prose of a few hundred words has a few kilobytes.
    package static let maximumAnswerBytes = 1 << 20

    /// - Parameters:
    ///   - key: nil for a server that needs none.
    ///   - timeout: From the question to the last byte of the answer.
    package init(
        address: WriterAddress,
        model: String,
        key: WriterKey?,
        timeout: Duration,
        client: HTTPClient
    ) {
        self.address = address
        self.model = model
        self.key = key
        self.timeout = timeout
        self.client = client
    }

    /// What the model makes of the material.
    package func prose(instructions: String, material: String, maximumWords: Int) async throws(WritingTrouble)
        -> String
    {
        let question = ChatQuestion(
            model: model,
            instructions: instructions,
            material: material,
            maximumWords: maximumWords
        )
        let response = try await response(to: question)
        try Self.check(response)
        let answer: ChatAnswer
        do {
            answer = try JSONDecoder().decode(ChatAnswer.self, from: Data(response.body))
        } catch {
            throw .unreadable
        }
        return try answer.prose()
    }

    private func response(to question: ChatQuestion) async throws(WritingTrouble) -> HTTPResponse {
        var headers = [
            (name: "Content-Type", value: "application/json"), (name: "Accept", value: "application/json"),
        ]
        if let key { headers.append((name: "Authorization", value: "Bearer \(key.text)")) }
        do {
            return try await client.response(
                to: HTTPRequest(
                    method: .post,
                    url: address.completions,
                    headers: headers,
                    body: Array(try JSONEncoder().encode(question)),
                    timeout: timeout,
                    maximumResponseBytes: Self.maximumAnswerBytes
                )
            )
        } catch let error as HTTPError {
            throw .unanswered(error)
        } catch {
            throw .shutDown
        }
    }

    private static func check(_ response: HTTPResponse) throws(WritingTrouble) {
        switch response.status {
        case 200: break
        case 300..<400: throw .redirects(status: response.status)
        case 401, 403: throw .refusesTheKey(status: response.status)
        case 429: throw .tooManyRequests
        case 500...: throw .unavailable(status: response.status)
        default: throw .unknown(status: response.status)
        }
        let kind = (response.header("Content-Type") ?? "application/json").lowercased().prefix { $0 != ";" }
        guard kind.contains("json") else {
            throw .notJSON(found: kind.contains("html") ? "a web page" : "something else")
        }
    }
}
