"""The archive as W3C Web Annotations: the model's rules, and selectors that find their words."""

import json

from reference import Said, folded, words


def check_annotations(path, reference, checks):
    collection = json.loads(path.read_text(encoding="utf-8"))
    checks.equal("annotations have their context", collection["@context"], "http://www.w3.org/ns/anno.jsonld")
    page = collection["first"]
    types = (collection["type"], page["type"])
    checks.equal("annotations are a collection", types, ("AnnotationCollection", "AnnotationPage"))
    items = page["items"]
    checks.equal("annotations are as many as is said", len(items), collection["total"])
    checks.equal("annotations are all of a type", {item["type"] for item in items} - {"Annotation"}, set())
    checks.equal("no annotation has the id of another", len({item["id"] for item in items}), len(items))
    motivations = {motivation for item in items for motivation in item["motivation"]}
    checks.that("motivations are those of the model", motivations <= {"commenting", "replying"}, motivations)
    bodies = {(item["body"]["type"], item["body"]["format"]) for item in items if "body" in item}
    checks.that("bodies are text", bodies <= {("TextualBody", "text/plain")}, bodies)
    # The same order as in JSON Lines.
    places = {item["id"]: place for item, place in zip(items, reference.comments, strict=True)}
    found, wrong, selected = {}, [], 0
    for item in items:
        statement, key = places[item["id"]]
        wrong += misleading(item, reference.statements[statement])
        selected += any("selector" in target for target in item["target"] if isinstance(target, dict))
        parents = [places[target][1] for target in item["target"] if isinstance(target, str) and target in places]
        author = item.get("creator", {}).get("name")
        body = item.get("body", {}).get("value", "")
        parent = parents[0] if parents else None
        found[statement, key] = Said(parent, folded(author or "") or None, words(body.split("\n\n")))
        if ("replying" in item["motivation"]) != bool(parents):
            wrong.append(f"{item['id']} is {item['motivation']}")
    checks.none("selectors find their words", wrong)
    current = [comment for comment in reference.comments.values() if is_current(comment, reference)]
    checks.that("annotations on passages have selectors", bool(selected) == bool(current), (selected, len(current)))
    reference.agrees("the collection", found, checks)


def is_current(comment, reference):
    """Whether a comment is about a passage of the text that its statement has now."""
    revision = reference.statements[comment["statement"]]["revision"] or {}
    return comment["passage"] and comment["revision"] in (None, revision.get("number"))


def misleading(item, statement):
    """Selectors that do not lead to their words in the statement."""
    blocks = [statement["title"], statement["standfirst"], statement["caption"], *statement["paragraphs"]]
    text = "\n".join(block for block in blocks if block)
    for target in item["target"]:
        if isinstance(target, str):
            continue
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        around = (text[max(start - 32, 0) : start], text[start:end], text[end : end + 32])
        if around != (quote["prefix"], quote["exact"], quote["suffix"]):
            yield f"{item['id']}: {quote['exact']}"
