internal import Foundation

/// Something that is not to be seen while it is typed.
enum Secret {
    /// There was nothing.
    struct Missing: Error, CustomStringConvertible {
        let description = "Nothing was typed. Type it at the question, or hand it over on standard input."
    }

    /// One line from the terminal, without showing it, or from standard input where that is none.
    static func read(_ question: String) throws -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        var settings = termios()
        if isTerminal {
            FileHandle.standardError.write(Data(question.utf8))
            tcgetattr(STDIN_FILENO, &settings)
            var silent = settings
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSANOW, &silent)
        }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSANOW, &settings)
                FileHandle.standardError.write(Data("\n".utf8))
            }
        }
        guard let line = readLine(strippingNewline: true), !line.isEmpty else { throw Missing() }
        return line
    }
}
