import PluginAPI
import PluginTesting
import Summarising

/// What the configuration says where nobody changes it.
let usualSettings = [
    "words": "120", "hold_back": "10", "when_nothing_new": "silent", "edit_digest": "false",
]

extension Dictionary<String, String> {
    /// With other values for some keys.
    func with(_ changes: [String: String]) -> [String: String] { merging(changes) { $1 } }
}
