#!/usr/bin/env python3
"""Pictures of a written site: screenshots.py DIR OUT

DIR is what the tests write to the folder that RAPPORTEUR_SITE names: it has `seed` and `long`.
"""

import pathlib
import subprocess
import sys

from browser import Browser, serve

WIDE, NARROW = (1280, 900), (390, 844)
FOUND = "document.querySelectorAll('#results li').length > 5"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    days = sorted((folder / "long/s/1").glob("day-*.html"), key=lambda file: file.stat().st_size)
    day = days[-1].name
    comment = sorted((folder / "seed/s/1/c").glob("*.html"))[1].name
    pictures = [
        ("front", "long/index.html", WIDE, False, False),
        ("statement-wide", "seed/s/1/index.html", WIDE, False, True),
        ("statement-long-wide", "long/s/1/index.html", WIDE, False, True),
        ("statement-dark", "long/s/1/index.html", WIDE, True, False),
        ("statement-narrow", "long/s/1/index.html", NARROW, False, True),
        ("thread-5", "seed/s/1/thread-1.html", WIDE, False, True),
        ("thread-5000", "long/s/1/thread-1.html", WIDE, False, False),
        ("thread-5000-narrow", "long/s/1/thread-1.html", NARROW, False, False),
        ("thread-dark", "long/s/1/thread-2.html#c-100", WIDE, True, False),
        ("paragraph", "long/s/1/paragraph-4.html", WIDE, False, False),
        ("days", "long/s/1/days.html", WIDE, False, False),
        ("day", f"long/s/1/{day}", WIDE, False, False),
        ("comment", f"seed/s/1/c/{comment}", WIDE, False, False),
        ("missing", "long/404.html", WIDE, False, False),
    ]
    with Browser() as browser:
        site = serve(folder)
        for name, path, (width, height), dark, whole in pictures:
            browser.open(site + path, width, height, dark)
            browser.picture(out / f"{name}.png", whole)
        for name, size, dark in [("search", WIDE, False), ("search-narrow-dark", NARROW, True)]:
            browser.open(site + "long/s/1/search.html?q=ukrain+nato", *size, dark)
            if not browser.until(FOUND):
                sys.exit("The search found nothing.")
            browser.picture(out / f"{name}.png")
        browser.open(site + "long/s/1/index.html", *WIDE)
        browser.pdf(out / "printed.pdf")
    subprocess.run(["pdftoppm", "-r", "70", "-png", "-l", "6", "printed.pdf", "printed"], cwd=out, check=True)


if __name__ == "__main__":
    main()
