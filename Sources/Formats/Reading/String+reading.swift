extension String {
    /// Without control characters, tabs and line feeds aside; every line break is a line feed.
    var readable: String {
        guard unicodeScalars.contains(where: { $0.isControl && $0 != "\n" && $0 != "\t" }) else {
            return self
        }
        var readable = UnicodeScalarView()
        var isAfterReturn = false
        for scalar in unicodeScalars {
            if scalar == "\r" || scalar == "\n" && !isAfterReturn {
                readable.append("\n")
            } else if !scalar.isControl || scalar == "\t" {
                readable.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(readable)
    }

    /// One line, white space folded; nil where nothing is left.
    var foldedLine: String? {
        let line = readable.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        return line.hasWords ? line : nil
    }

    /// Whether there is anything but white space in it.
    var hasWords: Bool { unicodeScalars.contains { !$0.properties.isWhitespace } }

    /// Itself, where it is an address on the web.
    var webAddress: String? {
        guard let address = foldedLine, !address.contains(" ") else { return nil }
        let isWeb = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
        return isWeb ? address : nil
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
