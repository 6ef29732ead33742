import Discussion

extension Reading {
    /// The chosen sentences as passages in groups, each with what it is about and what it says of the comment
    /// that it answers.
    ///
    /// - Parameter sentences: In the order of the thread.
    func groups(of sentences: [ChosenSentence]) -> [SummaryGroup] {
        let positions = positions(of: sentences)
        let leaning = leaning(among: Set(positions.values))
        let mentions = StatementMentions(of: statement) { word in
            vocabulary.number(known: word, in: commonLanguage) == nil
        }
        let passages = sentences.passages(leaning: leaning).map { sentences in
            let position = positions[sentences[0].comment]
            return ChosenPassage(
                comment: sentences[0].comment,
                sentences: sentences,
                about: position.flatMap { comments[$0].passage } ?? mentions.place(in: sentences.map(\.text)),
                stance: position.flatMap(stance)
            )
        }
        return Grouping.groups(of: passages, in: self)
    }

    private func positions(of sentences: [ChosenSentence]) -> [CommentLabel: Int] {
        let labels = Set(sentences.map(\.comment))
        var positions: [CommentLabel: Int] = [:]
        for (position, comment) in comments.enumerated() where labels.contains(comment.label) {
            positions[comment.label] = position
        }
        return positions
    }

    /// The sentences of these comments that lean on the one before.
    private func leaning(among positions: Set<Int>) -> Set<SentencePlace> {
        let leaning = candidates.lazy.filter {
            positions.contains($0.comment) && $0.leans && $0.followsItsNeighbour
        }
        return Set(
            leaning.map { candidate in
                SentencePlace(
                    comment: comments[candidate.comment].label,
                    paragraph: candidate.paragraph,
                    sentence: candidate.sentence.index
                )
            }
        )
    }

    /// What a comment says of the one that it answers, where somebody else wrote that and it was read.
    private func stance(of position: Int) -> Stance? {
        guard let parent = parents[position] else { return nil }
        let author = comments[parent].author
        guard author == nil || author != comments[position].author else { return nil }
        let own = OwnWords.entries(of: CommentBeginning(of: comments[position]).paragraphs).filter {
            $0.isOwn || $0.kind == .fragment
        }
        return StanceReader.stance(of: own.map(\.sentence.text), towards: author)
    }
}

/// Where a sentence stands.
private struct SentencePlace: Hashable {
    let comment: CommentLabel
    let paragraph: Int
    let sentence: Int
}

extension [ChosenSentence] {
    /// Sentences that follow each other, and those that lean with what they lean on, also over paragraphs.
    fileprivate func passages(leaning: Set<SentencePlace>) -> [[ChosenSentence]] {
        reduce(into: []) { passages, next in
            let place = SentencePlace(
                comment: next.comment,
                paragraph: next.paragraph,
                sentence: next.sentence
            )
            if let last = passages.last?.last, last.comment == next.comment,
                last.paragraph == next.paragraph && last.sentence + 1 == next.sentence
                    || leaning.contains(place)
            {
                passages[passages.count - 1].append(next)
            } else {
                passages.append([next])
            }
        }
    }
}
