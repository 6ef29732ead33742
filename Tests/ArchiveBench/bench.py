#!/usr/bin/env python3
"""What a large archive costs: make bench-archive.

Answers to !quote and !search with a thousand and a million comments, what a deletion takes in a thread of 100,000, and
what a backup of a gigabyte does to a bot that runs beside it. With QUICK=yes a tenth of all that.
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from bench import BINARY, ROOT, run  # noqa: E402

FILL = ROOT / ".build/release/archive-bench"
ROOM = "!a:bench"
QUICK = bool(os.environ.get("QUICK"))
MANY = 100_000 if QUICK else 1_000_000
THREAD = 10_000 if QUICK else 100_000
# Words of the made-up language, from frequent to rare: everybody's, some people's, hardly anybody's.
WORDS = ["that", "bakeken", "lilin", "nurasen", "tivozuban", "mobakenun"]


def filled(folder, count):
    data = folder / f"data-{count}"
    print(subprocess.run([FILL, data, ROOM, str(count)], check=True, capture_output=True, text=True).stdout.strip(),
          f"({(data / 'rapporteur.sqlite').stat().st_size / 1e6:.0f} MB)", flush=True)
    return data


def asked(homeserver, number, words):
    event = f"$b{time.time_ns()}-{number}"
    begin = time.perf_counter()
    homeserver.say([(ROOM, event, words)])
    homeserver.wait([event])
    return (homeserver.answered[event][0] - begin) * 1000


def percentiles(times):
    times = sorted(times)
    return f"p50 {times[len(times) // 2]:.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms"


COMMANDS = {
    "!quote 4.1": lambda n: "!quote 4.1",
    "!quote #c…": lambda n: f"!quote #c{1 + n * 7}",
    "!quote \"a phrase\"": lambda n: f"!quote \"{WORDS[n % len(WORDS)]} {WORDS[(n + 1) % len(WORDS)]}\"",
    "!search a word that more than 200 comments have": lambda n: f"!search {WORDS[0]}",
    "!search one word": lambda n: f"!search {WORDS[n % len(WORDS)]}",
    "!search two words": lambda n: f"!search {WORDS[n % len(WORDS)]} {WORDS[(n * 5 + 2) % len(WORDS)]}",
}


def answers(data, count, rounds=300):
    def body(homeserver, process, start):
        for name, command in COMMANDS.items():
            asked(homeserver, 0, command(0))
            times = [asked(homeserver, n, command(n)) for n in range(rounds)]
            print(f"  {name}: {percentiles(times)}", flush=True)

    run([ROOM], body, data=data)


def redaction(homeserver, target):
    event = f"$r{time.time_ns()}"
    homeserver.sync({ROOM: {"timeline": {"events": [
        {"type": "m.room.redaction", "event_id": event, "sender": "@ada:bench", "redacts": target,
         "origin_server_ts": int(time.time() * 1000), "content": {"redacts": target}}]}}})


def deletion(data, count):
    """From the redaction to the moment when no byte of the words is left."""
    database = data / "rapporteur.sqlite"

    def words(event):
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            return db.execute("SELECT body FROM comment WHERE origin_id = ?", [event]).fetchone()[0]

    def pending():
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            return db.execute("SELECT count(*) FROM erasure").fetchone()[0]

    def body(homeserver, process, start):
        asked(homeserver, 0, "!quote 4.1")
        gone, erased, left = [], [], 0
        for number in range(1, 11):
            event = f"$said{number * count // 11}"
            text = words(event)
            if not text:
                sys.exit(f"{event} has no words that could go")
            begin = time.perf_counter()
            redaction(homeserver, event)
            while words(event):
                time.sleep(0.001)
            gone.append((time.perf_counter() - begin) * 1000)
            while pending():
                time.sleep(0.005)
            erased.append((time.perf_counter() - begin) * 1000)
            left += sum(text.encode() in path.read_bytes() for path in data.iterdir() if path.is_file())
        print(f"a deletion in a thread of {count:,}: the words are gone after {percentiles(gone)}, from all bytes after "
              f"{percentiles(erased)}; files with bytes of them: {left}", flush=True)

    run([ROOM], body, data=data)


def padded(data):
    """A gigabyte: values of a plugin make up for comments that nobody has the time to say."""
    database = data / "rapporteur.sqlite"
    goal = 100_000_000 if QUICK else 1_000_000_000
    with sqlite3.connect(database) as db:
        count = max(0, goal - database.stat().st_size) // 1_000_000
        rows = [(f"pad/{n}", os.urandom(500_000).hex()) for n in range(count)]
        db.executemany("INSERT INTO value (plugin, key, value) VALUES (0, ?, ?)", rows)
    db.close()


def backup(data, folder):
    target = folder / "backup"
    padded(data)

    def body(homeserver, process, start):
        asked(homeserver, 0, "!quote 4.1")
        before = [asked(homeserver, n, "!quote 4.1") for n in range(100)]
        begin = time.perf_counter()
        child = subprocess.Popen([BINARY, "backup", target, "--data", data], stdout=subprocess.DEVNULL)
        during = []
        while child.poll() is None:
            during.append(asked(homeserver, len(during), "!quote 4.1"))
        seconds = time.perf_counter() - begin
        if child.returncode:
            sys.exit("the backup failed")
        print(f"a backup of {target.stat().st_size / 1e6:.0f} MB beside a running bot: {seconds:.1f} s; answers meanwhile "
              f"{percentiles(during)}, longest {max(during):.0f} ms, of {len(during)}; before {percentiles(before)}",
              flush=True)

    run([ROOM], body, data=data)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-archive-bench-"))
    try:
        for count in (1_000, MANY):
            data = filled(folder, count)
            answers(data, count)
        backup(data, folder)
        deletion(filled(folder, THREAD), THREAD)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
