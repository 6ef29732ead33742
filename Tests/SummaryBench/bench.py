#!/usr/bin/env python3
"""The figures of figures.md: bench.py FOLDER, which `make bench-summaries DATA=FOLDER` runs."""

import hashlib
import json
import multiprocessing
import pathlib
import subprocess
import sys

import discussions
import fit

FIGURES = pathlib.Path(__file__).resolve().parent / "figures.md"
METHODS = FIGURES.with_name("classical.py")
KEPT = FIGURES.parent.parent.parent / ".build-summaries/classical"
COMMENTS = [10, 100, 1_000, 10_000, 100_000]
KEY_POINT_WORDS = 150


def classical_scores(task):
    """The scores of each method on one discussion. They take long and stay the same: kept until the task changes."""
    key = hashlib.sha256((json.dumps(task) + METHODS.read_text("utf-8")).encode()).hexdigest()
    kept = KEPT / f"{key}.json"
    if not kept.exists():
        import classical

        comments, budget, references = task
        texts = dict(classical.summaries(comments, budget))
        scores = {name: discussions.rouge(text, references) for name, text in texts.items()}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(scores), "utf-8")
    return json.loads(kept.read_text("utf-8"))


def classical_figures(data, pool):
    """The means of each method over a data set, by its name."""
    cut = discussions.ask("sentences", data.discussions)
    tasks = [(line["comments"], data.budget, one["references"]) for line, one in zip(cut, data.discussions)]
    rows = pool.map(classical_scores, tasks, chunksize=1)
    return {name: discussions.mean([row[name] for row in rows]) for name in rows[0]}


def key_points(data, weights):
    """The share of key points that a chosen argument was matched with, and of chosen arguments with a match."""
    coverage, precision = [], []
    for fold in range(discussions.FOLDS):
        some = [one for one in data.fold(fold) if one.get("labels")]
        for line, one in zip(fit.summaries(weights(fold), some, KEY_POINT_WORDS), some):
            labels = {}
            for argument, point, label in one["labels"]:
                labels.setdefault(str(argument), {})[point] = label
            points = {point for row in labels.values() for point in row}
            chosen = [labels[name] for name in dict.fromkeys(line["comments"]) if name in labels]
            matched = {point for row in chosen for point, label in row.items() if label == 1}
            coverage.append(len(matched) / len(points))
            if chosen:
                precision.append(sum(1 in row.values() for row in chosen) / len(chosen))
    return [100 * sum(shares) / len(shares) for shares in (coverage, precision)]


def cost(comments):
    """Seconds and megabytes in a process of its own; of three the fastest."""
    runs = []
    for _ in range(3 if comments < COMMENTS[-1] else 1):
        arguments = [str(discussions.BINARY), "time", "--comments", str(comments)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda run: run["seconds"])


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def percent(values):
    return " / ".join(f"{value:.1f}" for value in values)


def tables(folder):
    """The text of figures.md, piece by piece."""
    sets = discussions.read(folder)
    fitting = fit.Fitting(sets)
    yield "# Figures of the summaries\n\nMeasured by `make bench-summaries DATA=folder`. ROUGE-1 / 2 / L, F1, stemmed; "
    yield "all rules of fairness are on.\n"
    with multiprocessing.Pool() as pool:
        for data in sets:
            rows = [
                ("**ours**, five folds", percent(fit.cross_validated(fitting, data))),
                ("ours, fitted to the other sets only", percent(fit.held_out(fitting, data))),
            ]
            rows += [(name, percent(values)) for name, values in classical_figures(data, pool).items()]
            yield f"\n## {data.name}: {len(data.discussions)} discussions, {data.budget} words\n\n"
            yield table(("", "ROUGE-1 / 2 / L"), rows) + "\n"
    for data in sets:
        if any(one.get("labels") for one in data.discussions):
            values = key_points(data, lambda fold: fitting.weights(without_fold=fold))
            yield f"\n## Key points of {data.name} in {KEY_POINT_WORDS} words\n\n"
            yield "Coverage {:.0f} %, precision {:.0f} %.\n".format(*values)
    yield "\n## Time and memory of a summary\n\n"
    rows = [
        (f"{run['comments']:,}", f"{run['seconds']:.3f}", f"{run['peakMegabytes']:.0f}")
        for run in map(cost, COMMENTS)
    ]
    yield table(("comments", "s", "MB"), rows) + "\n"


def main():
    pieces = []
    for piece in tables(sys.argv[1]):
        print(piece, end="", flush=True)
        pieces.append(piece)
    FIGURES.write_text("".join(pieces), "utf-8")


if __name__ == "__main__":
    main()
