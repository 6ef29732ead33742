internal import Foundation

/// Asks on the terminal before something is done that cannot be undone.
enum Question {
    /// The answer was not yes.
    struct Declined: Error, CustomStringConvertible {
        let description = "Nothing was changed."
    }

    /// Goes on where exactly `yes` is typed.
    ///
    /// - Throws: ``Declined``.
    static func confirm(_ question: String) throws(Declined) {
        FileHandle.standardError.write(Data(question.utf8))
        guard readLine() == "yes" else { throw Declined() }
    }
}
