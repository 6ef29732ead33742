"""The archive as WordPress's importer takes it: what its parser reads, and what becomes of it."""

import html
import re
import xml.etree.ElementTree as tree

from reference import Said, folded, words

WP = "{http://wordpress.org/export/1.2/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MAIL = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+@([a-z0-9-]+\.)+[a-z0-9-]+", re.I)
DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
MOST_BYTES = 65_525
JOINTS = {"blank line": "\n\n", "space": " ", "nothing": ""}


def fields(element, name):
    return {
        meta.findtext(f"{WP}meta_key"): meta.findtext(f"{WP}meta_value") or "" for meta in element.iter(f"{WP}{name}")
    }


def check_wordpress(path, reference, checks):
    channel = tree.parse(path).getroot().find("channel")
    checks.that("WordPress finds no document type", b"<!DOCTYPE" not in path.read_bytes()[:1000])
    version = channel.findtext(f"{WP}wxr_version") or ""
    checks.that("WordPress finds a version", re.fullmatch(r"\d+\.\d+", version), version)
    checks.that("WordPress finds the site's address", channel.findtext(f"{WP}base_site_url"))
    authors = {author.findtext(f"{WP}author_login") for author in channel.findall(f"{WP}author")}
    items = channel.findall("item")
    creators = {item.findtext("{http://purl.org/dc/elements/1.1/}creator") for item in items}
    checks.that("WordPress knows who posts", creators <= authors, creators)
    check_posts(items, reference, checks)
    comments = [comment for item in items for comment in item.findall(f"{WP}comment")]
    check_comments(comments, checks)
    found = {}
    for item in items:
        number = int(fields(item, "postmeta")["rapporteur_statement"])
        found |= {(number, key): said for key, said in imported(item.findall(f"{WP}comment")).items()}
    reference.agrees("WordPress", found, checks)


def check_posts(items, reference, checks):
    kinds = {(item.findtext(f"{WP}post_type"), item.findtext(f"{WP}status")) for item in items}
    checks.that("posts are published posts", kinds <= {("post", "publish")}, kinds)
    ids = [int(item.findtext(f"{WP}post_id")) for item in items]
    checks.that("posts have numbers", len(set(ids)) == len(ids) and all(number > 0 for number in ids), ids)
    dates = [item.findtext(f"{WP}post_date_gmt") for item in items]
    checks.none("posts have dates", [date for date in dates if not DATE.fullmatch(date) or date < "1000"])
    for item, statement in zip(items, reference.statements.values(), strict=True):
        title = html.unescape(item.findtext("title") or "")
        checks.equal(f"post {statement['number']} has its title", folded(title), folded(statement["title"]))
        content = item.findtext(CONTENT) or ""
        paragraphs = re.findall(r"<p>([^<>[]*)</p>", content)
        checks.equal(
            f"post {statement['number']} has its text, and nothing that WordPress runs",
            (words(map(html.unescape, paragraphs)), re.sub(r"<p>[^<>[]*</p>|\s", "", content)),
            (words(statement["paragraphs"]), ""),
        )


def check_comments(comments, checks):
    ids = [int(comment.findtext(f"{WP}comment_id")) for comment in comments]
    checks.that("WordPress's comments have numbers", len(set(ids)) == len(ids) and min(ids, default=1) > 0)
    for name, is_right in {
        "comment_author_email": MAIL.fullmatch,
        "comment_date": DATE.fullmatch,
        "comment_date_gmt": DATE.fullmatch,
        "comment_approved": lambda text: text == "1",
        "comment_type": lambda text: text == "comment",
        "comment_content": lambda text: len(text.encode()) <= MOST_BYTES and not set("<>") & set(text),
        "comment_author": lambda text: not set("<>\n") & set(text),
    }.items():
        texts = [comment.findtext(f"{WP}{name}") or "" for comment in comments]
        checks.none(f"WordPress takes each {name}", [text for text in texts if not is_right(text)])


def imported(comments):
    """As the importer goes: by number, each to be the answer to one that is already there."""
    keys, found, parts = {}, {}, {}
    for comment in sorted(comments, key=lambda comment: int(comment.findtext(f"{WP}comment_id"))):
        number, parent = (int(comment.findtext(f"{WP}{name}")) for name in ("comment_id", "comment_parent"))
        if parent and parent not in keys:
            raise ValueError(f"comment {number} comes before {parent}, which it answers")
        known = fields(comment, "commentmeta")
        content = html.unescape(comment.findtext(f"{WP}comment_content") or "")
        if "rapporteur_part_of" in known:
            keys[number] = known["rapporteur_part_of"]
            parts[keys[parent]] += JOINTS[known["rapporteur_joined_by"]] + content
            continue
        key = keys[number] = known["rapporteur_id"]
        parts[key] = content
        author = folded(html.unescape(comment.findtext(f"{WP}comment_author") or "")) or None
        found[key] = (keys.get(parent), author)
    return {key: Said(*said, words(parts[key].split("\n\n"))) for key, said in found.items()}
