import Archive
import PluginAPI
import PluginTesting

extension PluginHarness {
    /// A line for each comment of the chat: `#c2 @bob:demo under #c1: answer`.
    var chat: [String] {
        thread.comments.filter { $0.origin == .chat }.map { comment in
            if comment.isRemoved { return "\(comment.label): removed" }
            let parent = comment.parent.map { " under \($0)" } ?? ""
            let passage = comment.passage.map { " on \($0)" } ?? ""
            let words = comment.paragraphs.map(\.text).joined(separator: "\n")
            return "\(comment.label) \(comment.author ?? "nobody")\(parent)\(passage): \(words)"
        }
    }
}
