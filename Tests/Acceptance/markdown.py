"""The archive as pandoc reads it: words are words, in every Markdown that there is."""

import json
import subprocess

from reference import Said, folded, words


def check_markdown(path, reference, checks):
    for language in ("markdown", "commonmark", "gfm"):
        blocks = json.loads(pandoc(path, language, "json"))["blocks"]
        kinds = {block["t"] for block in blocks}
        checks.that(f"{language} has headings and paragraphs only", kinds <= {"Header", "Para"}, kinds)
        found, titles = said(blocks, language)
        expected = [folded(line["title"]) or f"Statement {line['number']}" for line in reference.statements.values()]
        checks.equal(f"{language} has every statement", titles, expected)
        numbers = dict(enumerate(reference.statements))
        found = {(numbers[index], key): comment for (index, key), comment in found.items()}
        reference.agrees(language, found, checks, form=Said.composed)
    # As it comes out, where nobody looks at the tree.
    plain = folded(pandoc(path, "markdown", "plain"))
    paragraphs = [paragraph for said in reference.said.values() for paragraph in said.words]
    for statement in reference.statements.values():
        paragraphs += words([statement["standfirst"] or "", statement["caption"] or "", *statement["paragraphs"]])
    checks.none("pandoc's plain text has all words", [paragraph for paragraph in paragraphs if paragraph not in plain])


def pandoc(path, language, target):
    command = ["pandoc", "--from", language, "--to", target, "--wrap", "none", path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def said(blocks, language):
    """Comments by the place of their statement and their key, and the statements' titles."""
    found, titles, place = {}, [], None
    for block in blocks:
        if block["t"] == "Header":
            level, _, inlines = block["c"]
            heading = written(inlines, language)
            if level == 2:
                titles.append(heading)
            place = None
            if level == 3:
                key, _, author = heading.partition(" ")
                place = (len(titles) - 1, key.removeprefix("#"))
                found[place] = Said(None, author or None, ())
        elif place:
            before = found[place]
            if block["c"][0]["t"] == "Emph":
                facts = written(block["c"][0]["c"], language)
                parent = facts.partition("↳ in reply to #")[2].partition(",")[0] or None
                found[place] = Said(parent, before.author, ())
            else:
                found[place] = Said(before.parent, before.author, before.words + (written(block["c"], language),))
    return found, titles


def written(inlines, language):
    return folded("".join(text(inline, language) for inline in inlines))


def text(inline, language):
    """What an inline says; nothing but words, spaces and quotations is written by the bot in words."""
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind == "Quoted" and language == "markdown":
        # Curly ones, which nobody can mark as text; they come out as they went in.
        opening, closing = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
        return opening + "".join(text(inner, language) for inner in content[1]) + closing
    if kind == "Link" and language == "gfm":
        # GitHub makes a link of every address; what people see is what was written.
        name = "".join(text(inner, language) for inner in content[1])
        if content[2][0].endswith(name):
            return name
    raise ValueError(f"{language} finds {inline!r:.200} in words")
