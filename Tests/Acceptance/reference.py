"""What the other files have to agree with: the archive as JSON Lines, and how its texts are compared."""

import json
import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A comment as far as every format has it."""

    parent: str | None
    author: str | None
    words: tuple[str, ...]

    def composed(self):
        """With letters and their accents as one, as pandoc takes them from CommonMark."""
        compose = lambda text: unicodedata.normalize("NFC", text)  # noqa: E731
        return Said(self.parent, self.author and compose(self.author), tuple(map(compose, self.words)))


def plain(text):
    """Without what XML does not allow, which no format but JSON Lines keeps."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def folded(text):
    """In one line: formats for people fold white space, and pandoc puts no-break spaces behind abbreviations."""
    return " ".join(plain(text).split())


def words(paragraphs):
    return tuple(paragraph for paragraph in map(folded, paragraphs) if paragraph)


class Reference:
    """Statements by number, and comments by statement and id, each in the order of the file."""

    def __init__(self, path, checks):
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        self.lines = [json.loads(line) for line in lines if line]
        self.statements = {line["number"]: line for line in self.lines if line["type"] == "statement"}
        self.comments = {(line["statement"], line["id"]): line for line in self.lines if line["type"] == "comment"}
        self.said = {
            place: Said(comment["parent"], folded(comment["author"] or "") or None, words(comment["paragraphs"]))
            for place, comment in self.comments.items()
        }
        self.check(lines, checks)

    def check(self, lines, checks):
        first = self.lines[0]
        checks.equal("JSON Lines begin with the archive", (first["type"], first["version"]), ("archive", 1))
        checks.equal("JSON Lines end with a line feed", lines[-1], "")
        same = [json.dumps(line, sort_keys=True) for line in self.lines]
        checks.equal("keys are in alphabetical order", [json.dumps(line) for line in self.lines], same)
        count = sum(line["type"] == "comment" for line in self.lines)
        checks.equal("no comment has the id of another", len(self.comments), count)
        checks.none("each comment stands behind its statement and what it answers", self.misplaced())
        instant = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")
        dates = [comment["written_at"] for comment in self.comments.values()]
        checks.none("dates are RFC 3339 in UTC", [date for date in dates if date and not instant.fullmatch(date)])

    def misplaced(self):
        statement, seen = None, set()
        for line in self.lines[1:]:
            if line["type"] == "statement":
                statement, seen = line["number"], set()
                continue
            if line["statement"] != statement or line["parent"] not in seen | {None}:
                yield line["id"]
            seen.add(line["id"])

    def agrees(self, name, found, checks, form=lambda said: said):
        """Whether a format has the same comments, each with the same words, author and parent."""
        checks.equal(f"{name} has every comment once", sorted(found), sorted(self.said))
        expected = {place: form(said) for place, said in self.said.items()}
        found = {place: form(said) for place, said in found.items()}
        for field in ("words", "author", "parent"):
            different = [
                f"{place}: {getattr(found[place], field)!r:.300} is not {getattr(said, field)!r:.300}"
                for place, said in expected.items()
                if place in found and getattr(found[place], field) != getattr(said, field)
            ]
            checks.none(f"{name} has the {field} of every comment", different)
