"""The classical methods, on the sentences that ours chooses from.

Each ranks sentences; they are taken in that order, without those that would go over the budget, until nine tenths of
it are filled. Words, stop words and stems are the same for all. KL is as in sumy, which takes an hour for a meeting,
but ends where the budget is filled.
"""

import math
import re
import warnings
from collections import Counter

from lexrank import LexRank
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

# LSA warns of every discussion with more sentences than words.
warnings.simplefilter("ignore")
STEMMER = Stemmer("english")
STOP_WORDS = get_stop_words("english")
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

SUMY = {
    "LexRank": LexRankSummarizer,
    "TextRank": TextRankSummarizer,
    "LSA": LsaSummarizer,
    "SumBasic": SumBasicSummarizer,
    "Luhn": LuhnSummarizer,
}


class Tokenizer:
    def to_words(self, sentence):
        return tuple(WORDS.findall(sentence))


class Filling:
    """What sumy asks how many of its ranked sentences to take."""

    def __init__(self, budget):
        self.budget = budget

    def __call__(self, ranked):
        order = [str(getattr(one, "sentence", one)) for one in ranked]
        taken = set(filled(order, range(len(order)), self.budget))
        return [one for place, one in enumerate(ranked) if place in taken]


def filled(sentences, order, budget):
    """The places that fit, in the order of the text."""
    words, taken = 0, []
    for place in order:
        count = len(sentences[place].split())
        if words + count <= budget:
            words += count
            taken.append(place)
        if words >= 0.9 * budget:
            break
    return sorted(taken)


def first_sentences(comments, sentences):
    return range(len(sentences))


def leads(comments, sentences):
    """The first sentence of every comment, then every second one, and so on."""
    places, start = [], 0
    for comment in comments:
        places += [(depth, start + depth) for depth in range(len(comment))]
        start += len(comment)
    return [place for _, place in sorted(places)]


def centroid(comments, sentences):
    """By likeness to the sum of all."""
    stems = [[STEMMER(word.lower()) for word in WORDS.findall(one)] for one in sentences]
    stems = [[stem for stem in row if stem not in STOP_WORDS] for row in stems]
    frequency = Counter(stem for row in stems for stem in set(row))
    weight = {stem: math.log(1 + len(stems) / count) for stem, count in frequency.items()}
    vectors = [{stem: count * weight[stem] for stem, count in Counter(row).items()} for row in stems]
    total = Counter()
    for vector in vectors:
        total.update(vector)

    def likeness(vector):
        length = math.sqrt(sum(value * value for value in vector.values()))
        return sum(value * total[stem] for stem, value in vector.items()) / length if length else 0

    values = [likeness(vector) for vector in vectors]
    return sorted(range(len(values)), key=lambda place: -values[place])


def continuous_lexrank(comments, sentences):
    """The package `lexrank`, its inverse frequencies from the discussion itself."""
    ranker = LexRank([comment for comment in comments if comment], stopwords=STOP_WORDS)
    values = ranker.rank_sentences(sentences, threshold=None, fast_power_method=True)
    return sorted(range(len(values)), key=lambda place: -values[place])


def divergence(comments, sentences):
    """KL: whatever keeps the summary's words as frequent as they are in all comments."""
    rows = [[word.lower() for word in WORDS.findall(one)] for one in sentences]
    rows = [Counter(word for word in row if word not in STOP_WORDS) for row in rows]
    total = sum(rows, Counter())
    words = total.total()
    chosen, count, mass = Counter(), 0, 0.0
    left = {place for place, row in enumerate(rows) if row}

    def term(word, uses):
        return uses * math.log(uses * words / total[word]) if uses else 0.0

    def after(place):
        row = rows[place]
        change = sum(term(word, chosen[word] + uses) - term(word, chosen[word]) for word, uses in row.items())
        return (mass + change) / (count + row.total()) - math.log(count + row.total())

    while left:
        best = min(left, key=lambda place: (after(place), place))
        mass = (after(best) + math.log(count + rows[best].total())) * (count + rows[best].total())
        count += rows[best].total()
        chosen.update(rows[best])
        left.remove(best)
        yield best


ORDERS = {
    "first sentences": first_sentences,
    "lead of each comment": leads,
    "LexRank (lexrank)": continuous_lexrank,
    "centroid": centroid,
    "KL": divergence,
}


def summaries(comments, budget):
    """The summary of each method, by its name; comments are lists of sentences."""
    sentences = [sentence for comment in comments for sentence in comment]
    for name, order in ORDERS.items():
        places = filled(sentences, order(comments, sentences), budget)
        yield name, "\n".join(sentences[place] for place in places)
    tokenizer = Tokenizer()
    document = ObjectDocumentModel(
        [Paragraph([Sentence(one, tokenizer) for one in comment]) for comment in comments if comment]
    )
    for name, method in SUMY.items():
        summarizer = method(STEMMER)
        summarizer.stop_words = STOP_WORDS
        yield name, "\n".join(str(one) for one in summarizer(document, Filling(budget)))
