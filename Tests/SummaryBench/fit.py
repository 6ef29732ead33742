#!/usr/bin/env python3
"""Fits the weights of Sources/Summaries/Feature+weights.swift: fit.py FOLDER

The folder holds JSON Lines of discussions with reference summaries. Each sentence's worth is the share of its words,
and twice that of its pairs of words, which stand in the references (ROUGE precision), standardised within its
discussion. A ridge regression tells that worth from the features, which are standardised as well. Every data set
counts the same, and in it every discussion. A feature has three weights: one for all discussions, one more for long
comments, one more for comments side by side; the latter two cost twice as much, so that they stay near 0 where there
is no reason for them.
"""

import json
import pathlib
import sys
import tempfile

import numpy

import discussions

WEIGHTS = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources/Summaries/Feature+weights.swift"
RIDGE = 0.05
SHAPE_RIDGE = 2
PAIRS = 2


def overlap(items, reference):
    """The share of these that stand in the reference."""
    return sum(item in reference for item in items) / len(items) if items else 0


def worth(sentence, references):
    pairs = list(zip(sentence, sentence[1:]))
    shares = [overlap(sentence, words) + PAIRS * overlap(pairs, both) for words, both in references]
    return sum(shares) / len(shares)


class Equations:
    """The normal equations of one discussion; those of several are their mean."""

    def __init__(self, left, right):
        self.left, self.right = left, right

    @staticmethod
    def of(discussion, sheet):
        """None where the references tell nothing about the sentences."""
        references = [discussions.tokens(text) for text in discussion["references"]]
        references = [(set(words), set(zip(words, words[1:]))) for words in references]
        sentences = [discussions.tokens(row["text"]) for row in sheet["rows"]]
        rows = [place for place, words in enumerate(sentences) if len(words) >= 3]
        if len(rows) < 4:
            return None
        worths = numpy.array([worth(sentences[row], references) for row in rows])
        if worths.std() < 1e-9:
            return None
        worths = numpy.clip((worths - worths.mean()) / worths.std(), -3, 3)
        values = numpy.array([sheet["rows"][row]["values"] for row in rows])
        values = numpy.concatenate([values, sheet["long"] * values, sheet["flat"] * values], axis=1)
        return Equations(values.T @ values / len(rows), values.T @ worths / len(rows))

    @staticmethod
    def mean(several):
        return Equations(
            sum(one.left for one in several) / len(several), sum(one.right for one in several) / len(several)
        )

    def solved(self):
        third = len(self.right) // 3
        costs = numpy.concatenate([numpy.ones(third), numpy.full(2 * third, SHAPE_RIDGE)])
        return numpy.linalg.solve(self.left + RIDGE * numpy.diag(costs), self.right)


class Fitting:
    """What weights are fitted to."""

    def __init__(self, sets):
        self.sets = sets
        self.equations = {}
        for data in sets:
            head, *sheets = discussions.ask("features", data.discussions)
            self.names = head["names"]
            for discussion, sheet in zip(data.discussions, sheets):
                equations = Equations.of(discussion, sheet)
                if equations:
                    self.equations.setdefault(data.name, []).append((discussion["fold"], equations))

    def weights(self, without_fold=None, without_set=None):
        """`{feature: [base, long, flat]}`, rounded as they are committed."""
        means = [
            Equations.mean([one for fold, one in rows if fold != without_fold])
            for name, rows in self.equations.items()
            if name != without_set
        ]
        base, long, flat = numpy.split(Equations.mean(means).solved(), 3)
        return {
            name: [round(float(value), 3) + 0.0 for value in values]
            for name, *values in zip(self.names, base, long, flat)
        }


def summaries(weights, some, budget):
    """The summaries of discussions by these weights."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(weights, file)
        file.flush()
        return discussions.ask("summaries", some, "--weights", file.name, "--words", budget)


def scores(weights, some, budget):
    """ROUGE of each discussion."""
    lines = summaries(weights, some, budget)
    return [discussions.rouge(line["summary"], one["references"]) for line, one in zip(lines, some)]


def cross_validated(fitting, data):
    """Each discussion by weights that were fitted without it."""
    rows = []
    for fold in range(discussions.FOLDS):
        if some := data.fold(fold):
            rows += scores(fitting.weights(without_fold=fold), some, data.budget)
    return discussions.mean(rows)


def held_out(fitting, data):
    """By weights that were fitted to the other data sets only."""
    return discussions.mean(scores(fitting.weights(without_set=data.name), data.discussions, data.budget))


def source(weights, sets):
    """The Swift file."""
    counts = ", ".join(f"{len(data.discussions)} of {data.name}" for data in sets)
    lines = [
        "extension Feature {",
        "    /// How much each one counts; only their proportions matter.",
        "    ///",
        "    /// Written by Tests/SummaryBench/fit.py, which says how, and not to be changed by hand. Fitted to the",
        f"    /// discussions {counts}.",
        "    static let weights: [Feature: FeatureWeight] = [",
    ]
    for name, (base, long, flat) in weights.items():
        lines.append(f"        .{name}: FeatureWeight({base}, long: {long}, flat: {flat}),")
    return "\n".join([*lines, "    ]", "}", ""])


def main():
    sets = discussions.read(sys.argv[1])
    fitting = Fitting(sets)
    for data in sets:
        for way in (cross_validated, held_out):
            figures = "/".join(f"{value:.1f}" for value in way(fitting, data))
            print(f"{data.name:16} {way.__name__:16} {figures}")
    WEIGHTS.write_text(source(fitting.weights(), sets), "utf-8")


if __name__ == "__main__":
    main()
