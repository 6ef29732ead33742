#!/usr/bin/env python3
"""The figures of the README, measured with the release binary: make bench.

Start to first answer, idle memory, size, the time of an answer, and a burst of 1,000 commands over 50 rooms, each
over real sockets. Nothing outside this machine is talked to. Needs only Python's own library.
"""

import base64
import json
import os
import pathlib
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/rapporteur"
STATEMENT = ROOT / "seeds/on-the-invasion-of-ukraine.txt"
BOT = "@rapporteur:bench"


def read_exactly(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise ConnectionError("the bot went away")
        data += part
    return data


class Homeserver:
    """An m.json endpoint of a hundred lines: one client, what it is sent, and when."""

    def __init__(self, rooms):
        self.rooms = rooms
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.sent = {}  # transaction id -> (event id, time)
        self.answered = {}  # event id of a command -> times of answers
        self.batch = 0
        self.lock = threading.Lock()
        self.news = threading.Condition(self.lock)

    def accept(self):
        self.connection, _ = self.listener.accept()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.connection.recv(4096)
        key = next(l.split(b":", 1)[1].strip() for l in head.split(b"\r\n") if l.lower().startswith(b"sec-websocket-key"))
        import hashlib

        accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()).decode()
        self.connection.sendall(
            f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Protocol: m.json\r\n\r\n".encode()
        )
        state = [
            {"type": "m.room.member", "event_id": "$join", "sender": BOT, "state_key": BOT, "origin_server_ts": 1,
             "content": {"membership": "join"}}
        ]
        self.sync({r: {"state": {"events": state}, "timeline": {"events": []}} for r in self.rooms})
        threading.Thread(target=self.listen, daemon=True).start()

    def frame(self, text):
        data = text.encode()
        size = len(data)
        head = bytes([0x81]) + (
            bytes([size]) if size < 126 else struct.pack(">BH", 126, size) if size < 65536 else struct.pack(">BQ", 127, size)
        )
        self.connection.sendall(head + data)

    def sync(self, join):
        self.batch += 1
        self.frame(json.dumps({"next_batch": f"s{self.batch}", "rooms": {"join": join}}))

    def say(self, messages):
        """messages: (room, event id, words), in one batch."""
        join = {}
        now = int(time.time() * 1000)
        for room, event, words in messages:
            join.setdefault(room, {"timeline": {"events": []}})["timeline"]["events"].append(
                {"type": "m.room.message", "event_id": event, "sender": "@ada:bench", "origin_server_ts": now,
                 "content": {"msgtype": "m.text", "body": words}}
            )
        self.sync(join)

    def listen(self):
        try:
            while True:
                first, second = read_exactly(self.connection, 2)
                size = second & 127
                if size == 126:
                    (size,) = struct.unpack(">H", read_exactly(self.connection, 2))
                elif size == 127:
                    (size,) = struct.unpack(">Q", read_exactly(self.connection, 8))
                mask = read_exactly(self.connection, 4)
                data = bytearray(read_exactly(self.connection, size))
                mask = (mask * (size // 4 + 1))[:size]
                data = (int.from_bytes(data, "big") ^ int.from_bytes(mask, "big")).to_bytes(size, "big")
                if first & 15 == 9:
                    self.connection.sendall(bytes([0x8A, len(data)]) + data)
                elif first & 15 == 1:
                    self.take(json.loads(data))
        except (OSError, ConnectionError):
            pass

    def take(self, request):
        now = time.perf_counter()
        with self.news:
            if request["id"] not in self.sent:
                self.sent[request["id"]] = f"$answer{len(self.sent)}"
                target = request["params"]["content"].get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
                self.answered.setdefault(target, []).append(now)
            event = self.sent[request["id"]]
            self.news.notify_all()
        self.frame(json.dumps({"id": request["id"], "result": {"event_id": event}}))

    def wait(self, events, seconds=60):
        with self.news:
            if not self.news.wait_for(lambda: all(e in self.answered for e in events), timeout=seconds):
                missing = sum(e not in self.answered for e in events)
                sys.exit(f"{missing} commands were not answered within {seconds} s")


def run(rooms, body, data=None):
    """Runs `body` beside a bot, on a data directory of its own or on the one that is named."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    token = folder / "token"
    token.write_text("secret\n")
    token.chmod(0o600)
    homeserver = Homeserver(rooms)
    start = time.perf_counter()
    process = subprocess.Popen(
        [BINARY, "run", "--homeserver", f"ws://127.0.0.1:{homeserver.port}", "--user-id", BOT, "--token-file", token,
         "--data", data or folder / "data", "--statement", STATEMENT, "--no-limits",
         "--operator-contact", "bench"], stderr=subprocess.DEVNULL)
    try:
        homeserver.accept()
        return body(homeserver, process, start)
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder)


def memory(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def first_answer():
    def body(homeserver, process, start):
        homeserver.say([("!a:bench", "$1", "!quote 4.1")])
        homeserver.wait(["$1"])
        return (homeserver.answered["$1"][0] - start) * 1000

    times = [run(["!a:bench"], body) for _ in range(5)]
    print(f"start to first answer: median {statistics.median(times):.0f} ms of {len(times)} (target 300)")


def idle_memory():
    def body(homeserver, process, start):
        homeserver.say([("!a:bench", "$1", "!quote 4.1")])
        homeserver.wait(["$1"])
        time.sleep(2)
        return memory(process.pid)

    print(f"idle memory after an answer: {run(['!a:bench'], body):.1f} MB (target 40)")


def answers():
    def body(homeserver, process, start):
        times = []
        for number in range(1000):
            event = f"$q{number}"
            begin = time.perf_counter()
            homeserver.say([("!a:bench", event, "!quote 4.1")])
            homeserver.wait([event])
            times.append((homeserver.answered[event][0] - begin) * 1000)
        return sorted(times)

    times = run(["!a:bench"], body)
    print(f"answer to !quote 4.1: p50 {times[500]:.2f} ms, p99 {times[990]:.2f} ms of 1,000, one after another")


def burst():
    rooms = [f"!r{n}:bench" for n in range(50)]

    def body(homeserver, process, start):
        messages = [(rooms[n % 50], f"$b{n}", "!quote 4.1") for n in range(1000)]
        begin = time.perf_counter()
        homeserver.say(messages)
        homeserver.wait([event for _, event, _ in messages])
        seconds = max(times[0] for times in homeserver.answered.values()) - begin
        time.sleep(1)  # what is said twice would come now
        doubled = sum(len(times) - 1 for times in homeserver.answered.values())
        return seconds, doubled, memory(process.pid)

    seconds, doubled, size = run(rooms, body)
    print(f"burst of 1,000 commands over 50 rooms: 0 lost, {doubled} doubled, {1000 / seconds:.0f} commands/s, then {size:.0f} MB")


def size():
    with tempfile.TemporaryDirectory() as folder:
        stripped = pathlib.Path(folder) / "rapporteur"
        subprocess.run(["strip", "-o", stripped, BINARY], check=True)
        print(f"stripped binary: {stripped.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    os.chdir(ROOT)
    first_answer()
    idle_memory()
    answers()
    burst()
    size()
