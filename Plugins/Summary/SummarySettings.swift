internal import PluginAPI

/// What the configuration says of summaries. Every setting has its default there, and none here.
struct SummarySettings {
    /// How many words a summary has where nobody says.
    let words: Int
    /// For so many minutes what was said in the chat is not summarised, so that people can still take it back.
    let holdBackMinutes: Int
    /// Whether a schedule says that there is nothing new, rather than nothing.
    let saysWhenNothingIsNew: Bool
    /// Whether later runs of a schedule edit its first message of the day.
    let editsDigest: Bool

    init(_ settings: PluginSettings) throws {
        words = try settings.needed("words")
        holdBackMinutes = try settings.needed("hold_back")
        saysWhenNothingIsNew = try settings.needed("when_nothing_new", among: ["silent", "line"]) == "line"
        editsDigest = try settings.needed("edit_digest", among: ["true", "false"]) == "true"
    }

    /// Why a plugin cannot work.
    enum SettingError: Error, CustomStringConvertible {
        case unsuitable(key: String, found: String?, expected: String)

        var description: String {
            switch self {
            case .unsuitable(let key, let found, let expected):
                "The setting summary.\(key) is \(found ?? "missing"); expected \(expected)."
            }
        }
    }
}

extension PluginSettings {
    fileprivate func needed(_ key: String) throws -> Int {
        if let number = number(key), number >= 0 { return number }
        throw SummarySettings.SettingError.unsuitable(
            key: key,
            found: self[key],
            expected: "a number from 0"
        )
    }

    fileprivate func needed(_ key: String, among values: [String]) throws -> String {
        if let value = self[key], values.contains(value) { return value }
        throw SummarySettings.SettingError.unsuitable(
            key: key,
            found: self[key],
            expected: values.joined(separator: " or ")
        )
    }
}
