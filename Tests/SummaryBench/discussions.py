"""Discussions with reference summaries, and what the summariser says of them."""

import hashlib
import json
import pathlib
import statistics
import subprocess

from rouge_score import rouge_scorer, tokenize
from nltk.stem.porter import PorterStemmer

BINARY = pathlib.Path(__file__).resolve().parent.parent.parent / ".build/release/summary-bench"
# The budgets that the figures are compared at; another file gets the median of its references.
BUDGETS = {"convosumm_email": 75, "argkp": 65, "opinosis": 17, "qmsum": 109}
FOLDS = 5

SCORER = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
STEMMER = PorterStemmer()


class DataSet:
    """One file of discussions."""

    def __init__(self, path):
        self.name = path.stem
        self.discussions = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        words = [len(text.split()) for one in self.discussions for text in one["references"]]
        self.budget = BUDGETS.get(self.name) or round(statistics.median(words))
        # Which fold a discussion is in depends on its id alone.
        order = sorted(self.discussions, key=lambda one: hashlib.md5(str(one["id"]).encode()).hexdigest())
        for place, one in enumerate(order):
            one["fold"] = place % FOLDS

    def fold(self, number):
        return [one for one in self.discussions if one["fold"] == number]


def read(folder):
    """The files of a folder that hold discussions with references."""
    sets = []
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            first = json.loads(lines.readline())
        if first.get("comments") and first.get("references"):
            sets.append(DataSet(path))
    return sets


def ask(command, discussions, *options):
    """The answer of the binary to each discussion, as read from JSON."""
    lines = "".join(json.dumps(one) + "\n" for one in discussions)
    arguments = [str(BINARY), command, *map(str, options)]
    done = subprocess.run(arguments, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def rouge(summary, references):
    """ROUGE-1, 2 and L, F1 in percent, stemmed, the mean over references."""
    sums = [0.0, 0.0, 0.0]
    for reference in references:
        scores = SCORER.score(reference, summary)
        for place, key in enumerate(("rouge1", "rouge2", "rougeL")):
            sums[place] += scores[key].fmeasure * 100 / len(references)
    return sums


def mean(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


def tokens(text):
    return tokenize.tokenize(text, STEMMER)
