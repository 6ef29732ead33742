"""A program that we started, and only such a one is ever ended."""

import asyncio
import os
import pathlib
import signal
import time


class Program:
    """One process at a time; what it writes is kept in a file, over all its starts."""

    def __init__(self, name, folder):
        self.name = name
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log_path = folder / f"{name}.log"
        self.process = None
        self.started_at = 0.0
        self.log_start = 0

    async def launch(self, *command, stdin=None):
        assert not self.is_running, f"{self.name} runs already"
        self.log_path.touch()
        self.log_start = self.log_path.stat().st_size
        with open(self.log_path, "ab") as log:
            self.started_at = time.time()
            self.process = await asyncio.create_subprocess_exec(
                *map(str, command), stdout=log, stderr=log, stdin=stdin or asyncio.subprocess.DEVNULL, cwd=self.folder
            )

    @property
    def is_running(self):
        return self.process is not None and self.process.returncode is None

    @property
    def log(self):
        """What it has written since its last start."""
        return self.log_path.read_bytes()[self.log_start :].decode(errors="replace")

    async def until_log(self, *words, seconds=15):
        """Waits until its log has one of the texts, in whatever capitals; then returns the line."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in self.log.splitlines():
                if any(word.lower() in line.lower() for word in words):
                    return line
            await asyncio.sleep(0.05)
        raise AssertionError(self.lament(f"did not say {' or '.join(map(repr, words))} within {seconds} s"))

    async def exit_code(self, seconds=15):
        """Waits until it has ended by itself."""
        try:
            return await asyncio.wait_for(self.process.wait(), seconds)
        except TimeoutError:
            raise AssertionError(self.lament(f"still ran after {seconds} s")) from None

    def lament(self, what):
        return f"{self.name} {what}; it said:\n{self.log[-2000:]}"

    async def stop(self, seconds=20):
        """SIGTERM, and SIGKILL if that is not heard in time."""
        if not self.is_running:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.process.wait(), seconds)
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"{self.name} did not stop within {seconds} s of SIGTERM") from None

    async def kill(self):
        """SIGKILL: nothing that it has not written yet will be written."""
        if self.is_running:
            self.process.kill()
            await self.process.wait()

    @property
    def memory(self):
        """Resident memory in MB."""
        return status(self.process.pid, "VmRSS") / 1024

    @property
    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status(pid, key):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1])
    raise AssertionError(f"/proc/{pid}/status has no {key}")
