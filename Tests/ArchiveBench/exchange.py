#!/usr/bin/env python3
"""What texts cost on their way in and out: make bench-exchange.

An export of WordPress with a thousand and with a hundred thousand comments is imported, and the archive exported in
every format: comments or pages a second, and the most memory that the program had. With QUICK=yes a tenth of that.
"""

import datetime
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = ROOT / ".build/release/rapporteur"
MANY = 10_000 if os.environ.get("QUICK") else 100_000
FORMATS = ["html", "jsonl", "wxr", "atom", "annotations", "markdown", "csv", "ledger"]


def words(chance, count):
    syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"]

    def word():
        rank = int(20_000 ** chance.random())
        return "".join(syllables[int(digit)] for digit in str(rank)) + "n"

    return " ".join(word() for _ in range(count))


def write_export(path, count):
    """A post of forty paragraphs, and comments of forty words, half of them answers, as WordPress exports them."""
    chance = random.Random(count)
    begin = datetime.datetime(2024, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        content = "".join(f"<p>{words(chance, 60).capitalize()}.</p>\n" for _ in range(40))
        file.write(f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>
<title>A site</title><link>https://example.org</link><wp:wxr_version>1.2</wp:wxr_version><item><title>A long text</title>
<link>https://example.org/text</link><content:encoded><![CDATA[{content}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
""")
        for number in range(1, count + 1):
            parent = max(1, number - chance.randint(1, 20)) if number > 1 and chance.random() < 0.5 else 0
            at = begin + datetime.timedelta(minutes=number * 5)
            file.write(f"""<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[Reader {chance.randint(1, count // 5)}]]></wp:comment_author>
<wp:comment_date_gmt>{at:%Y-%m-%d %H:%M:%S}</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved>
<wp:comment_type>comment</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent>
<wp:comment_content><![CDATA[{words(chance, 20).capitalize()}. {words(chance, 20).capitalize()}.]]></wp:comment_content>
</wp:comment>
""")
        file.write("</item></channel></rss>\n")


def measured(*arguments):
    """Seconds, and megabytes at the most."""
    begin = time.perf_counter()
    child = subprocess.Popen([BINARY, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(output.decode())
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-exchange-"))
    try:
        for count in (1_000, MANY):
            source, data = folder / f"{count}.xml", folder / f"data-{count}"
            write_export(source, count)
            seconds, memory = measured("import", source, "--data", data)
            print(f"import of {count:,} comments ({source.stat().st_size / 1e6:.0f} MB): {seconds:.1f} s, "
                  f"{count / seconds:,.0f} comments/s, {memory:.0f} MB at the most", flush=True)
            seconds, memory = measured("import", source, "--data", data)
            print(f"  the same again: {seconds:.1f} s, {memory:.0f} MB", flush=True)
            for name in FORMATS:
                target = folder / f"out-{name}"
                seconds, memory = measured("export", target, "--format", name, "--data", data)
                if name == "html":
                    pages = list(target.rglob("*.html"))
                    size = sum(page.stat().st_size for page in pages) / len(pages) / 1000
                    files = sum(1 for path in target.rglob("*") if path.is_file())
                    print(f"  export as {name}: {seconds:.1f} s, {len(pages):,} pages ({len(pages) / seconds:,.0f} a second, "
                          f"{size:.0f} kB each), {files:,} files, {memory:.0f} MB at the most", flush=True)
                    shutil.rmtree(target)
                else:
                    print(f"  export as {name}: {seconds:.1f} s, {count / seconds:,.0f} comments/s, "
                          f"{target.stat().st_size / 1e6:.0f} MB, {memory:.0f} MB at the most", flush=True)
                    target.unlink()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
