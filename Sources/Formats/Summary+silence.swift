internal import Summaries

extension Summary {
    /// Why it has no sentence, and what to do; nil where it has one.
    func silence(maximumWords: Int) -> String? {
        guard sentences.isEmpty else { return nil }
        if counts.read == 0 {
            let unread = counts.removed + counts.leftOut.values.reduce(0, +)
            guard unread > 0 else { return "There are no comments to summarise." }
            return unread == 1 ? "The only comment was not read." : "None of the \(unread) comments was read."
        }
        guard let needed = wordsNeeded, needed > maximumWords else {
            return
                "No sentence of these comments can be quoted by itself: they have only links, lists, single "
                + "words, contact details, or words of somebody else."
        }
        let words = maximumWords == 1 ? "1 word" : "\(maximumWords) words"
        guard needed <= Summarizer.longestSummary else {
            return "Every sentence that could be quoted has more than \(Summarizer.longestSummary) words."
        }
        return "Every sentence that could be quoted has more than \(words); the shortest has \(needed). "
            + "Try --words \(max(needed, min(2 * needed, 60)))."
    }
}
