package import Discussion
internal import Foundation

/// Reads the export of a room that Element writes as JSON.
///
/// Each event is read by itself: one that cannot be read takes no other with it.
package struct ElementExportReader: DiscussionSource {
    private let bytes: () throws -> [UInt8]

    /// - Parameter bytes: The next bytes, as many as there are; none at the end.
    package init(bytes: @escaping () throws -> [UInt8]) {
        self.bytes = bytes
    }

    package mutating func read(_ body: (SourcePiece) async throws -> Void) async throws {
        var cutter = JSONArrayCutter(key: "messages", longest: SourceLimits.eventBytes, bytes: bytes)
        var number = 0
        while let element = try nextElement(of: &cutter) {
            number += 1
            if let piece = Self.piece(of: element, number: number) { try await body(piece) }
        }
    }

    private func nextElement(of cutter: inout JSONArrayCutter) throws -> JSONArrayCutter.Element? {
        do {
            return try cutter.next()
        } catch let error as JSONArrayCutter.CutError {
            throw ReadError(error)
        }
    }

    private static func piece(of element: JSONArrayCutter.Element, number: Int) -> SourcePiece? {
        let unreadable = SourcePiece.remark(SourceRemark(.messageUnreadable, at: "message \(number)"))
        guard case .bytes(let bytes) = element else { return unreadable }
        do {
            return try JSONDecoder().decode(ElementEvent.self, from: Data(bytes)).piece
        } catch {
            return unreadable
        }
    }
}

extension ElementExportReader {
    /// Why an export cannot be read further.
    package enum ReadError: Error, Hashable, CustomStringConvertible {
        case noMessages
        case endsEarly(events: Int)

        init(_ error: JSONArrayCutter.CutError) {
            switch error {
            case .notFound: self = .noMessages
            case .endsEarly(let elements): self = .endsEarly(events: elements)
            }
        }

        package var description: String {
            switch self {
            case .noMessages:
                "This is not the export of a room: a JSON object with a list `messages` was expected. In Element, "
                    + "choose “Export chat” and the format JSON."
            case .endsEarly(let events):
                "The export ends in the middle, after \(events) events, which were read. Export or copy it again."
            }
        }
    }
}
