import PluginAPI
import PluginTesting

extension PluginHarness {
    /// What the bot said last; nil as long as it has said nothing.
    var lastMessage: Message? { lastAnswer.flatMap { message($0) } }
}
