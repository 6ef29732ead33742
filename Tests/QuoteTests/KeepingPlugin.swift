import Foundation
import PluginAPI

/// Keeps what is said, as the archive does, and notes about comments, which go with them.
struct KeepingPlugin: Plugin {
    let manifest = PluginManifest(
        id: "keeping",
        commands: [
            Command("note", summary: "Note.", arguments: [.required("comment")], examples: ["note #1"]),
            Command("notes", summary: "Show the note.", examples: ["notes"]),
        ],
        subscriptions: [.messages, .redactions]
    )

    func handle(_ input: PluginInput, context: PluginContext) async throws -> [Action] {
        switch input {
        case .event(let event): return actions(for: event)
        case .withdrawn(let withdrawal):
            let seconds = withdrawal.answeredAt.timeIntervalSince(context.now)
            let command = "\(withdrawal.invocation.command) \(withdrawal.name ?? "without a name")"
            return [.reply(Message("\(command), \(Int(seconds)) s, \(context.senderPowerLevel)"))]
        case .command(let invocation):
            if invocation.command == "notes" {
                return [.reply(Message(try await context.state.value("note") ?? "nothing"))]
            }
            let label = CommentLabel(String(invocation["comment"].dropFirst()))
            let sources = [try await context.discussion.comment(label)?.source].compactMap(\.self)
            let message = Message([.text("noted")], name: "note", sources: sources)
            return [.set(key: "note", value: "of \(label)", sources: sources), .reply(message)]
        }
    }

    private func actions(for event: Event) -> [Action] {
        switch event.content {
        case .redaction(let target): return [.remove(target)]
        case .message(let message):
            let draft = CommentDraft(
                event: event.id,
                author: event.sender,
                text: message.words,
                writtenAt: event.sentAt,
                repliesTo: message.relation?.repliesTo,
                threadRoot: message.relation?.threadRoot
            )
            return [.record(draft)]
        default: return []
        }
    }
}
