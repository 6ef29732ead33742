"""Figures that a run finds: printed at its end, and written down as JSON."""

import json
import statistics

from support.places import FIGURES


class Figures:
    def __init__(self):
        self.values = {}

    def note(self, subject, what, value):
        self.values.setdefault(subject, {})[what] = value

    def note_times(self, subject, what, milliseconds):
        """The middle and the slow end of some times."""
        if milliseconds:
            self.note(subject, f"{what}, p50 ms", round(statistics.median(milliseconds), 1))
            self.note(subject, f"{what}, p95 ms", round(sorted(milliseconds)[int(len(milliseconds) * 0.95)], 1))

    def finish(self):
        FIGURES.write_text(json.dumps(self.values, indent=2, ensure_ascii=False) + "\n")
        names = list(dict.fromkeys(what for found in self.values.values() for what in found))
        if not names:
            return
        width = max(map(len, names))
        columns = list(self.values)
        print("\n" + " " * width + "".join(f"{column:>18}" for column in columns))
        for what in names:
            row = (self.values[column].get(what, "–") for column in columns)
            print(f"{what:<{width}}" + "".join(f"{value!s:>18}" for value in row))
