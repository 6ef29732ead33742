internal import MatrixTypes

// Who is asking: logging in and out, tokens, profiles.
extension ClientAPI {
    private struct LoginRequest: Decodable {
        struct Identifier: Decodable {
            let type: String?
            let user: String?
        }

        let type: String
        let identifier: Identifier?
        let user: String?
        let password: String?
        let device_id: String?
        let refresh_token: Bool?
    }

    private struct RefreshRequest: Decodable { let refresh_token: String }

    /// The answer to what needs no token; nil where a call needs one.
    func answerToStranger(_ call: APICall) throws(StreamMessage.Refusal) -> JSONText? {
        switch (call.method, call.path) {
        case ("GET", ["login"]):
            return .object(["flows": .list([.object(["type": .string("m.login.password")])])])
        case ("POST", ["login"]):
            return try logIn(call.decoded(as: LoginRequest.self))
        case ("POST", ["refresh"]):
            let tokens = try homeserver.refresh(call.decoded(as: RefreshRequest.self).refresh_token)
            return .object(members: members(of: tokens))
        default:
            return nil
        }
    }

    private func logIn(_ request: LoginRequest) throws(StreamMessage.Refusal) -> JSONText {
        guard request.type == "m.login.password" else {
            throw StreamMessage.Refusal(
                errcode: "M_INVALID_PARAM",
                error: "Unknown login type \(request.type)"
            )
        }
        guard let name = request.identifier?.user ?? request.user, let password = request.password else {
            throw StreamMessage.Refusal(
                errcode: "M_MISSING_PARAM",
                error: "The user or the password is missing."
            )
        }
        let (login, tokens) = try homeserver.logIn(
            UserID(name.hasPrefix("@") ? name : "@\(name):\(homeserver.serverName)"),
            password: password,
            deviceID: request.device_id,
            wantsRefreshToken: request.refresh_token ?? false
        )
        let identity: [(name: String, value: JSONText?)] = [
            ("user_id", .string(login.user.rawValue)), ("device_id", .string(login.deviceID)),
            ("home_server", .string(homeserver.serverName)),
        ]
        return .object(members: identity + members(of: tokens))
    }

    private func members(of tokens: Login.Tokens) -> [(name: String, value: JSONText?)] {
        [
            ("access_token", .string(tokens.accessToken)),
            ("refresh_token", tokens.refreshToken.map(JSONText.string)),
            ("expires_in_ms", tokens.lifetimeMilliseconds.map { .number($0) }),
        ]
    }

    func whoAmI(_ user: UserID, _ call: APICall) -> JSONText {
        .object([
            "user_id": .string(user.rawValue), "is_guest": .flag(false),
            "device_id": homeserver.device(of: call.token).map(JSONText.string),
        ])
    }

    func profile(of user: UserID) throws(StreamMessage.Refusal) -> JSONText {
        guard let name = homeserver.displayName(of: user) else { throw .notFound("Profile was not found") }
        return .object(["displayname": .string(name)])
    }
}
