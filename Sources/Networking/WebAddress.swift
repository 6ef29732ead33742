internal import CLibcurl
internal import Foundation

/// The address of a page, as libcurl reads it: nothing else decides whom it names.
struct WebAddress: Hashable, Sendable {
    /// In its plain form, percent-encoded and without a fragment, which is for whoever shows the page.
    let text: String
    /// A name or a number, without port.
    let host: String
    /// Scheme, host and port: what belongs to one may not be told to another.
    let origin: String

    /// Reads what a person typed.
    init(_ text: String) throws(WebFetchError) {
        guard let address = try Self.resolve([text]) else { throw .notAnAddress }
        self = address
    }

    /// The address to which a page at this one leads.
    ///
    /// - Parameter location: Whole, or relative to this one.
    func following(_ location: String) throws(WebFetchError) -> WebAddress {
        let location = location.prefix { $0 != "#" }
        guard !location.isEmpty else { return self }  // libcurl 7.88 drops the last part of the path
        do {
            if let address = try Self.resolve([text, String(location)]) { return address }
        } catch .credentials {}
        throw .badRedirect(from: host)
    }

    private init?(_ url: OpaquePointer) {
        guard curl_url_set(url, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK,
            let text = Self.part(CURLUPART_URL, CURLU_NO_DEFAULT_PORT, of: url),
            let host = Self.part(CURLUPART_HOST, of: url),
            let scheme = Self.part(CURLUPART_SCHEME, of: url), scheme == "http" || scheme == "https",
            let port = Self.part(CURLUPART_PORT, CURLU_DEFAULT_PORT, of: url)
        else { return nil }
        self.text = text
        self.host = host
        origin = "\(scheme)://\(host.lowercased()):\(port)"
    }

    /// Puts one address after another, each relative to those before; nil where that makes none of the web.
    private static func resolve(_ texts: [String]) throws(WebFetchError) -> WebAddress? {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        for text in texts {
            guard let text = ascii(text) else { return nil }
            let flags = UInt32(CURLU_DISALLOW_USER | CURLU_URLENCODE)
            switch curl_url_set(url, CURLUPART_URL, text, flags) {
            case CURLUE_OK: break
            case CURLUE_USER_NOT_ALLOWED: throw .credentials
            default: return nil
            }
        }
        return WebAddress(url)
    }

    /// The same address in ASCII: libcurl takes other letters in a host's name for those of the locale.
    private static func ascii(_ text: String) -> String? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return URL(string: text, encodingInvalidCharacters: true)?.absoluteString
    }

    private static func part(_ part: CURLUPart, _ flags: Int32 = 0, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
