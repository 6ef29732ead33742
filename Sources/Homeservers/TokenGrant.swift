internal import Foundation
internal import MatrixTypes

/// What a homeserver gives to whoever logs in or refreshes.
struct TokenGrant: Decodable {
    let access_token: String
    let refresh_token: String?
    let expires_in_ms: Int?
    let device_id: String?
    let user_id: UserID?
}

extension StoredSession {
    /// - Parameter now: By our clock, by which the end of the token is reckoned.
    func renewed(by grant: TokenGrant, at now: Date) -> StoredSession {
        var session = self
        session.accessToken = grant.access_token
        // A homeserver that gives none lets the old one stand.
        session.refreshToken = grant.refresh_token ?? refreshToken
        session.expiresAtMilliseconds = grant.expires_in_ms.map {
            Int(now.timeIntervalSince1970 * 1000).addingReportingOverflow($0).partialValue
        }
        session.deviceID = grant.device_id ?? deviceID
        session.userID = grant.user_id ?? userID
        return session
    }
}

/// A login with a password.
struct LoginRequest: Encodable {
    private struct Identifier: Encodable {
        let type = "m.id.user"
        let user: String
    }

    private let type = "m.login.password"
    private let identifier: Identifier
    private let password: String
    private let device_id: String?
    private let initial_device_display_name = "Rapporteur"
    private let refresh_token = true

    init(account: UserID, password: String, deviceID: String?) {
        identifier = Identifier(user: account.rawValue)
        self.password = password
        device_id = deviceID
    }

    var json: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }
}
