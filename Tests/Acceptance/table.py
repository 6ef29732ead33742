"""The archive as a spreadsheet: RFC 4180, and no formulas."""

import csv

from reference import Said, folded, plain, words

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def check_table(path, reference, checks):
    csv.field_size_limit(1 << 30)
    checks.that("the table begins with a byte order mark", path.read_bytes().startswith(b"\xef\xbb\xbf"))
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    checks.none("each row has as many cells as the first", [row for row in rows if len(row) != len(header)])
    checks.none("no cell is a formula", [cell for row in rows for cell in row if cell.startswith(FORMULAS)])
    cells = [dict(zip(header, (cell.removeprefix("'") for cell in row))) for row in rows]
    found = {
        (int(row["statement"]), row["id"]): Said(
            row["parent"] or None, folded(row["author"]) or None, words(row["words"].split("\n\n"))
        )
        for row in cells
    }
    checks.equal("the table has a row for each comment", len(cells), len(found))
    exact = {place: plain("\n\n".join(comment["paragraphs"])) for place, comment in reference.comments.items()}
    checks.none(
        "the table has the words unchanged",
        [row["id"] for row in cells if row["words"] != exact[int(row["statement"]), row["id"]]],
    )
    reference.agrees("the table", found, checks)
