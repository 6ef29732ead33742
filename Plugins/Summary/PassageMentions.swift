internal import PluginAPI

/// The comments on one passage of the statement, and why each is taken for one.
///
/// A comment counts where it answered a quotation of the passage, or where its words can be pointed at: five
/// or more in a row that stand in the passage as well, or "paragraph 3".
struct PassageMentions {
    private let thread: CommentThread
    private let reference: PassageReference
    private var answering: [CommentLabel] = []
    private var quoting: [CommentLabel] = []
    private var naming: [CommentLabel] = []

    init(of quotation: Quotation, in thread: CommentThread) {
        self.thread = thread
        reference = quotation.reference
        let runs = Set(quotation.paragraphs.flatMap { Words.runs(of: Words.folded(in: $0)) })
        for comment in thread.comments where !comment.isRemoved {
            if comment.passage.map({ $0.overlaps(reference) }) == true {
                answering.append(comment.label)
                continue
            }
            let words = comment.paragraphs.map { Words.folded(in: $0.text) }
            if words.contains(where: { Words.runs(of: $0).contains(where: runs.contains) }) {
                quoting.append(comment.label)
            } else if words.contains(where: { reference.isNamed(in: $0) }) {
                naming.append(comment.label)
            }
        }
    }

    /// These comments, each with everything below it, none twice.
    var withReplies: [Comment] {
        var seen: Set<CommentLabel> = []
        return (answering + quoting + naming).flatMap { thread.entries(under: $0) }
            .map(\.comment).filter { seen.insert($0.label).inserted }
    }

    /// Why these: `On paragraph 4: #c1 answers it; #1 quotes it; with all replies.`
    var heading: String? {
        let reasons = [
            reason(answering, "answers it", "answer it"),
            reason(quoting, "quotes it", "quote it"),
            reason(naming, "names it", "name it"),
        ].compactMap(\.self)
        return reasons.isEmpty
            ? nil : "On \(reference.inWords): \(reasons.joined(separator: "; ")); with all replies."
    }

    private func reason(_ labels: [CommentLabel], _ one: String, _ several: String) -> String? {
        guard !labels.isEmpty else { return nil }
        let names = labels.prefix(Self.namesShown).map(\.description).joined(separator: ", ")
        let more = labels.count > Self.namesShown ? " and \(labels.count - Self.namesShown) more" : ""
        return "\(names)\(more) \(labels.count == 1 ? one : several)"
    }

    private static let namesShown = 5
}
