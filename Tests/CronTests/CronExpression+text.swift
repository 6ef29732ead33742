import Cron
import Foundation
import Testing

/// Instants and zones as text, so that cases can be read.
extension CronExpression {
    /// - Parameter start: UTC, as are the instants: `2027-05-10T12:00`.
    func instants(after start: String, in zone: String, count: Int) throws -> [String] {
        let zone = try #require(TimeZone(identifier: zone))
        return instants(after: try Date(utc: start), in: zone, count: count).map(\.utc)
    }
}

extension Date {
    init(utc text: String) throws {
        let seconds = text.count == 16 ? ":00Z" : "Z"
        self = try Date(text + seconds, strategy: .iso8601)
    }

    var utc: String {
        let text = formatted(.iso8601)
        return text.hasSuffix(":00Z") ? String(text.dropLast(4)) : text
    }
}
