"""The archive as a feed: RFC 4287, RFC 4685, and what feedparser makes of it."""

import html.parser
import re
import xml.etree.ElementTree as tree

import feedparser

from reference import Said, folded, words

ATOM = "{http://www.w3.org/2005/Atom}"
REPLY = "{http://purl.org/syndication/thread/1.0}in-reply-to"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
NOBODY = "author not named"


class Paragraphs(html.parser.HTMLParser):
    """The texts of `<p>`, and whatever other elements there are."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.texts, self.others = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.texts.append("") if tag == "p" and not attributes else self.others.append(tag)

    def handle_data(self, data):
        if data.strip():
            self.texts[-1] += data


def check_atom(path, reference, checks):
    feed = tree.parse(path).getroot()
    entries = feed.findall(f"{ATOM}entry")
    checks.equal("the feed is Atom", feed.tag, f"{ATOM}feed")
    for name in ("id", "title", "updated"):
        checks.equal(f"the feed has one {name}", len(feed.findall(f"{ATOM}{name}")), 1)
        checks.none(
            f"each entry has one {name}",
            [entry.findtext(f"{ATOM}id") for entry in entries if len(entry.findall(f"{ATOM}{name}")) != 1],
        )
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    checks.equal("no entry has the id of another", len(set(ids)), len(ids))
    checks.none("each id is an address", [name for name in ids if not re.fullmatch(r"(https?|tag):[!-~]+", name)])
    dates = [date.text for name in ("updated", "published") for date in feed.iter(f"{ATOM}{name}")]
    checks.none("dates of the feed are RFC 3339", [date for date in dates if not DATE.fullmatch(date)])
    names = [entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries]
    checks.that("each entry has an author", all(name and name.strip() for name in names))
    read = feedparser.parse(path.read_bytes())
    checks.that("feedparser finds nothing wrong", not read.bozo, read.get("bozo_exception"))
    checks.equal("feedparser finds Atom", read.version, "atom10")
    checks.equal("feedparser finds every entry", [entry.id for entry in read.entries], ids)
    checks.none("feedparser reads every date", [entry.id for entry in read.entries if not entry.get("updated_parsed")])
    reference.agrees("the feed", said(entries, read.entries, reference, checks), checks)


def said(entries, read, reference, checks):
    """Comments stand behind the statement that they are on, the only entries that answer nothing."""
    numbers = iter(reference.statements)
    statements, keys, found, others = [], {}, {}, []
    for entry in entries:
        name, reply = entry.findtext(f"{ATOM}id"), entry.find(REPLY)
        if reply is None:
            statements.append(next(numbers))
            keys[name] = (statements[-1], None)
        else:
            keys[name] = (statements[-1], entry.findtext(f"{ATOM}title").split()[0].removeprefix("#"))
    checks.equal("the feed has every statement", statements, list(reference.statements))
    for entry, parsed in zip(entries, read, strict=True):
        reply = entry.find(REPLY)
        own = Paragraphs(entry.findtext(f"{ATOM}content") or "")
        others += own.others
        if reply is None:
            continue
        place = keys[entry.findtext(f"{ATOM}id")]
        statement, parent = keys[reply.get("ref")]
        assert statement == place[0], f"{place} answers {parent} of {statement}"
        author = folded(parsed.author)
        # feedparser takes off markup: what is left of words has to be words.
        texts = [Paragraphs(content.value) for content in parsed.get("content", [])]
        others += [other for text in texts for other in text.others]
        paragraphs = [paragraph for text in texts for paragraph in text.texts]
        found[place] = Said(parent, None if author == NOBODY else author, words(paragraphs))
        if words(own.texts) != found[place].words:
            others.append(f"feedparser reads {found[place].words!r}")
    checks.none("content is paragraphs, and words in them", others)
    return found
