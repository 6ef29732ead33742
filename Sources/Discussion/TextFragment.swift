/// The part of a link that makes a browser find and mark a passage: `#:~:text=…`.
///
/// Browsers take the first match and only whole words, and compare letters without case and accents. So the passage is
/// widened to whole words, and words around it are added until nothing else on the page is like it, or nothing before
/// it. A long passage is named by its first and last words.
public struct TextFragment: Hashable, Sendable {
    /// The directive, percent-encoded: `text=Russian%20imperialism`.
    public let directive: String

    /// What is longer is no link: words of thousands of letters, or none at all between two spaces.
    private static let longest = 4096

    /// The fragment for a passage; nil where nothing tells it from another on the page.
    init?(of passage: BlockRange, in blocks: [String]) {
        let wording = FragmentWording(of: passage, on: FragmentPage(blocks))
        guard let directive = wording.directive, directive.utf8.count <= Self.longest else { return nil }
        self.directive = directive
    }

    /// A page's address with a fragment behind it; without one, the page itself.
    static func link(to url: String, fragment: TextFragment?) -> String {
        guard let fragment else { return url }
        return url + (url.contains("#") ? "" : "#") + ":~:" + fragment.directive
    }

    /// Percent-encoded but for letters, digits and `._~`: a hyphen or comma would be read as grammar.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCIILetter && byte < 0x80 || scalar.isASCIIDigit || byte == 0x2E || byte == 0x5F
                || byte == 0x7E
            {
                encoded.unicodeScalars.append(scalar)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return encoded
    }
}
