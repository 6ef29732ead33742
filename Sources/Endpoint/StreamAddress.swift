/// Where the stream of the Matrix draft is.
enum StreamAddress {
    static let path = "/_matrix/client/unstable/stream"
    static let subprotocol = "m.json"
}
