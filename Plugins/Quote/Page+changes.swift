internal import PluginAPI

extension Page {
    private static let maximumTouched = 20

    /// What changed in the statement since a revision, and which comments that touches.
    ///
    /// - Parameter text: A day or a number; empty for the revision before the latest.
    func changes(since text: String) async throws -> Message {
        let revisions = try await revisions()
        let former =
            text.isEmpty
            ? revisions.dropLast().last
            : try revision(text, among: revisions, inPlaceOf: "changes")
        guard let former, let latest = revisions.last, former.number < latest.number else {
            return Message(nothingChanged(revisions))
        }
        guard let earlier = try await discussion.statement(revision: former.number) else {
            throw missing(former.number, of: revisions.count, inPlaceOf: "changes")
        }
        let changes = StatementChanges(from: earlier, to: statement)
        let span =
            "From \(former.words(in: context.zone)), to \(latest.words(in: context.zone))"
            + (changes.isEmpty ? ", no word has changed." : ":")
        let touched = try await touched(before: latest).map { Message.Block.text($0) }
        return Message([.text(span)] + changes.blocks + [touched].compactMap(\.self))
    }

    private func nothingChanged(_ revisions: [StatementRevision]) -> String {
        guard revisions.count > 1, let latest = revisions.last else {
            let day = revisions.first?.importedAt.map { ", imported \($0.day(in: context.zone))" } ?? ""
            return "This statement has one revision\(day): nothing has changed in it."
        }
        let words = latest.words(in: context.zone).capitalizedAtStart
        return
            "\(words), is the latest: nothing has changed since. \(typed("changes")) shows what changed before."
    }

    /// `12 comments were written before this; on changed passages: #c3 on 4.1 (gone), #c7 on 5 (now 6).`; nil where there
    /// are none.
    private func touched(before latest: StatementRevision) async throws -> String? {
        let earlier = try await discussion.comments(before: latest.number)
        guard earlier.count > 0 else { return nil }
        let beginning =
            "\(earlier.count.of("comment")) \(earlier.count == 1 ? "was" : "were") written before this"
        var standings = PassageStandings(on: self)
        var touched: [String] = []
        for comment in earlier.onPassages {
            guard let change = try await standings.standing(of: comment)?.change else { continue }
            touched.append("\(comment.label) on \(change)")
        }
        guard !touched.isEmpty else { return "\(beginning), none of them on a changed passage." }
        let isCut = earlier.onPassages.count >= EarlierComments.mostOnPassages
        let which =
            isCut
            ? "of the first \(earlier.onPassages.count) on passages, on changed ones" : "on changed passages"
        return "\(beginning); \(which): \(touched.listed(atMost: Self.maximumTouched))."
    }
}

extension StatementChanges {
    /// What changed, then what is new, what is gone, and what only moved.
    fileprivate var blocks: [Message.Block] {
        let changes = [
            parts.compactMap(\.changed), parts.compactMap(\.added), parts.compactMap(\.removed),
        ]
        let moved = parts.compactMap(\.moved)
        let end = moved.isEmpty ? [] : ["Moved, in the same words: \(moved.joined(separator: ", "))."]
        return changes.filter { !$0.isEmpty }.map { .changes($0) } + end.map { .text($0) }
    }
}

extension StatementChanges.Part {
    fileprivate var changed: Message.Change? {
        guard case .changed(let former, let place, let runs) = self else { return nil }
        return Message.Change(Self.address(place, former), runs: runs.elided().map(\.run))
    }

    fileprivate var added: Message.Change? {
        guard case .added(let place, let text) = self else { return nil }
        return Message.Change("\(place), new", runs: [.added(text)])
    }

    fileprivate var removed: Message.Change? {
        guard case .removed(let place, let text) = self else { return nil }
        return Message.Change("\(place), gone", runs: [.removed(text)])
    }

    fileprivate var moved: String? {
        guard case .moved(let former, let place) = self else { return nil }
        return Self.address(place, former)
    }

    /// `5 (was 4)`; once where both are the same.
    private static func address(_ place: PassageReference, _ former: PassageReference) -> String {
        place == former ? "\(place)" : "\(place) (was \(former))"
    }
}

extension StatementChanges.ShownRun {
    fileprivate var run: Message.Change.Run {
        switch self {
        case .kept(let words): .kept(words)
        case .removed(let words): .removed(words)
        case .added(let words): .added(words)
        case .leftOut: .leftOut
        }
    }
}
