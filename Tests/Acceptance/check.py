#!/usr/bin/env python3
"""Reads the files of an archive with programs that are not ours: check.py FOLDER.

Each has to be valid, and to agree with archive.jsonl about every comment's words, author and parent.
"""

import subprocess
import sys
from pathlib import Path

from annotations import check_annotations
from atom import check_atom
from markdown import check_markdown
from reference import Reference
from table import check_table
from wordpress import check_wordpress


class Checks:
    """Prints a line for each, and counts them."""

    def __init__(self):
        self.passed = self.failed = 0

    def that(self, sentence, is_so, detail=""):
        self.passed += bool(is_so)
        self.failed += not is_so
        print(f"ok    {sentence}" if is_so else f"FAIL  {sentence}: {detail}", flush=True)

    def equal(self, sentence, found, expected):
        self.that(sentence, found == expected, f"{found!r:.500} is not {expected!r:.500}")

    def none(self, sentence, wrong):
        wrong = list(wrong)
        self.that(sentence, not wrong, f"{len(wrong)}, as {wrong[:1]!r:.1000}")


def check_xml(path, checks):
    result = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
    checks.that(f"xmllint reads {path.name}", result.returncode == 0, result.stderr[:500])


def main():
    folder = Path(sys.argv[1])
    checks = Checks()
    reference = Reference(folder / "archive.jsonl", checks)
    for name, check in {
        "archive.xml": check_wordpress,
        "archive.atom": check_atom,
        "annotations.jsonld": check_annotations,
        "archive.md": check_markdown,
        "archive.csv": check_table,
    }.items():
        path = folder / name
        try:
            if path.suffix in (".xml", ".atom"):
                check_xml(path, checks)
            check(path, reference, checks)
        except Exception as error:
            checks.that(f"{name} can be read", False, repr(error))
    print(f"{checks.passed} passed, {checks.failed} failed")
    sys.exit(checks.failed > 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder with the files: check.py FOLDER")
    main()
