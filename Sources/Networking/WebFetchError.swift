/// Why a page of the web was not fetched. Paths and queries are not in it: they may hold what is nobody else's business.
package enum WebFetchError: Error, Hashable, CustomStringConvertible {
    case notAnAddress
    case credentials
    case privateAddress(host: String, NetworkAddress)
    case badRedirect(from: String)
    case tooManyRedirects(limit: Int)
    /// 429 or 503; the wait is nil where the site does not say.
    case busy(host: String, status: Int, retryAfter: Duration?)
    /// Any other status that brings no page.
    case status(Int, host: String)
    /// The page could not be written to the disk; the error number of the system.
    case disk(code: Int32)

    package var description: String {
        switch self {
        case .notAnAddress:
            "That is not the address of a web page; it must look like https://host/path."
        case .credentials:
            "The address has a name or password before the host, which would be sent along. Leave it out."
        case .privateAddress(let host, let address):
            Self.refusal(of: host, address)
        case .badRedirect(let host):
            """
            \(host) leads on to an address that is not of http or https, or has a name and password in it. \
            Look for the page's own address.
            """
        case .tooManyRedirects(let limit):
            "The page leads on to another more than \(limit) times. Open it in a browser and take the address there."
        case .busy(let host, let status, let wait):
            Self.busyness(of: host, status, wait)
        case .status(let status, let host):
            "\(host) answers with status \(status): \(Self.advice(on: status))"
        case .disk(let code):
            "The page could not be written to the folder for temporary files (error \(code)); look for a full disk."
        }
    }

    private static func refusal(of host: String, _ address: NetworkAddress) -> String {
        let purpose = address.privateNetwork.map { ", for \($0.rawValue)" } ?? ""
        let place = host == "\(address)" || host == "[\(address)]" ? "" : "\(host) has the address "
        return """
            \(place)\(address), which is not of the public internet but of a private network\(purpose). \
            If that is where the page is, type --allow-private.
            """
    }

    private static func busyness(of host: String, _ status: Int, _ wait: Duration?) -> String {
        let when = wait.map { "in \($0.components.seconds) seconds" } ?? "in a few minutes"
        return "\(host) answers with status \(status), which means that it is busy. Try again \(when)."
    }

    private static func advice(on status: Int) -> String {
        switch status {
        case 401, 402, 403, 407:
            "it does not show the page to everybody. Save it with a browser, and import the file."
        case 404, 410: "there is no such page. Check the address."
        case 408, 500...599: "something is wrong there. Try again later."
        case 451: "it may not show the page."
        default: "that is no page. Open it in a browser; save it there, and import the file."
        }
    }
}
