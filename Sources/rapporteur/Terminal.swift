internal import Foundation

/// What is known about a terminal.
enum Terminal {
    /// How many columns it has; nil where the descriptor is no terminal.
    static func width(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Lines that are longer are hard to read.
    static let longestLine = 100
}
