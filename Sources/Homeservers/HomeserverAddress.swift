/// Where the stream and the client API of a homeserver are.
package struct HomeserverAddress: Hashable, Sendable {
    /// The stream without its query: `wss://host/_matrix/client/unstable/stream`.
    package let stream: String
    /// The client API without its path: `https://host`.
    package let api: String

    /// Why an address cannot be used.
    package enum AddressError: Error, Hashable, CustomStringConvertible {
        case unknownScheme(String)
        case withoutHost(String)

        package var description: String {
            switch self {
            case .unknownScheme(let url):
                "\"\(url)\" is no address of a stream; it must begin with ws:// or wss://."
            case .withoutHost(let url):
                "\"\(url)\" is no address of a stream; it must look like wss://host or ws://host:port."
            }
        }
    }

    /// - Parameters:
    ///   - url: `ws://` or `wss://`, with or without the path of the stream.
    ///   - api: Where the client API is; nil where a reverse proxy joins both under one address.
    package init(url: String, api: String?) throws(AddressError) {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        guard
            let scheme = ["ws": "http", "wss": "https"].first(where: {
                base.lowercased().hasPrefix("\($0.key)://")
            })
        else { throw .unknownScheme(url) }
        let authority = base.dropFirst(scheme.key.count + 3).prefix { $0 != "/" }
        guard !authority.isEmpty, url.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw .withoutHost(url)
        }
        stream = base.hasSuffix("/stream") ? base : base + "/_matrix/client/unstable/stream"
        self.api = api ?? "\(scheme.value)://\(authority)"
    }
}

extension String {
    /// Percent-encoded as one part of a path, or as a value of a query.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
