internal import CLibcurl

extension HTTPResponse {
    /// How long the server asks to wait before the next request; nil where it does not say, or not readably.
    ///
    /// Where it names an instant, the wait is counted from the server's own clock.
    package var retryAfter: Duration? {
        guard let text = header("Retry-After") else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int32(text).map { .seconds($0) } }
        guard let now = header("Date").flatMap(Self.seconds), let then = Self.seconds(text) else {
            return nil
        }
        return .seconds(max(0, then - now))
    }

    private static func seconds(_ date: String) -> Int? {
        let seconds = curl_getdate(date, nil)
        return seconds == -1 ? nil : Int(seconds)
    }
}
