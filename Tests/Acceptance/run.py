#!/usr/bin/env python3
"""What the archive is worth to programs that are not ours: run.py BINARY FIXTURES

BINARY imports the seed and an export of WordPress, and exports both in every format; FIXTURES holds what the tests
wrote: files and sites with words that do their worst. All of it is given to xmllint, feedparser, pandoc, the Nu checker,
axe-core and a verifier in another language. Ends with how many checks passed.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "Tests/ArchiveBench"))

from exchange import write_export  # noqa: E402

FILES = {"jsonl": "archive.jsonl", "wxr": "archive.xml", "atom": "archive.atom", "annotations": "annotations.jsonld",
         "markdown": "archive.md", "csv": "archive.csv", "ledger": "ledger.jsonl"}
COMMENTS = 300


class Tally:
    passed = failed = 0

    def run(self, name, *command):
        """A program of checks that counts for itself, or one whose end is the check."""
        print(f"== {name}", flush=True)
        child = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               check=False)
        print(child.stdout, end="", flush=True)
        counts = re.search(r"(\d+) passed, (\d+) failed\s*$", child.stdout)
        passed, failed = map(int, counts.groups()) if counts else (int(child.returncode == 0), int(child.returncode != 0))
        if child.returncode and not failed:
            failed = 1
        self.passed += passed
        self.failed += failed


def exported(binary, folder):
    """What the real program makes of real texts."""
    def rapporteur(*arguments):
        subprocess.run([binary, *arguments], check=True, stdout=subprocess.DEVNULL)

    data, source = folder / "data", folder / "export.xml"
    write_export(source, COMMENTS)
    rapporteur("import", ROOT / "seeds/on-the-invasion-of-ukraine.txt", "--data", data)
    rapporteur("import", source, "--data", data)
    rapporteur("export", folder / "site", "--data", data)
    rapporteur("export", folder / "earlier.jsonl", "--format", "ledger", "--data", data)
    rapporteur("forget", "--comment", "1.1", "--statement", "1", "--yes", "--data", data)
    (folder / "files").mkdir()
    for name, file in FILES.items():
        rapporteur("export", folder / "files" / file, "--format", name, "--data", data)
    return folder / "files", folder / "site"


def main():
    binary, fixtures = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="rapporteur-acceptance-") as name:
        files, site = exported(binary, pathlib.Path(name))
        tally.run("files of the real program", sys.executable, HERE / "check.py", files)
        tally.run("the ledger, by another program", sys.executable, HERE / "verify_ledger.py", files / "ledger.jsonl",
                  files.parent / "earlier.jsonl")
        tally.run("pages of the real program", sys.executable, HERE / "site/check_site.py", site)
    tally.run("files that do their worst", sys.executable, HERE / "check.py", fixtures / "files")
    for site in ("seed", "long"):
        tally.run(f"pages of the {site} discussion", sys.executable, HERE / "site/check_site.py", fixtures / "site" / site)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(tally.failed > 0)


if __name__ == "__main__":
    main()
