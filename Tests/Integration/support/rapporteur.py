"""The programs under test: the bot, and its gateway."""

import asyncio

import yaml

from support.places import STATEMENT, free_port, secret_file
from support.processes import Program


class Bot(Program):
    """`rapporteur run` with a configuration of its own. Settings come as `section.key` and a value."""

    def __init__(self, binary, account, folder, settings):
        super().__init__(folder.name, folder)
        self.binary = binary
        self.account = account
        self.user_id = account.user_id
        self.settings = {
            "homeserver.user_id": account.user_id,
            "homeserver.token_file": str(folder / "token"),
            "homeserver.first_pause": 1,
            "homeserver.longest_pause": 2,
            "data": str(folder / "data"),
            "statement.file": str(STATEMENT),
            "operator_contact": f"@operator:{account.user_id.split(':', 1)[1]}",
            "rooms.invitations_from": f"*:{account.user_id.split(':', 1)[1]}",
            **settings,
        }
        self.write_token(account.token)

    def write_token(self, text):
        secret_file(self.folder / "token", text + "\n")

    def write_configuration(self):
        tree = {}
        for path, value in self.settings.items():
            *sections, key = path.split(".")
            branch = tree
            for section in sections:
                branch = branch.setdefault(section, {})
            branch[key] = value
        (self.folder / "config.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True))

    async def start(self, *arguments):
        self.write_configuration()
        await self.launch(self.binary, "run", "--config", self.folder / "config.yaml", *arguments)

    async def command(self, *arguments, stdin=None, seconds=30):
        """Another command of the program; its exit code and all that it wrote."""
        process = await asyncio.create_subprocess_exec(
            str(self.binary),
            *map(str, arguments),
            cwd=self.folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            output, _ = await asyncio.wait_for(process.communicate((stdin or "").encode()), seconds)
        except TimeoutError:
            process.kill()
            await process.wait()
            raise AssertionError(f"rapporteur {arguments[0]} took more than {seconds} s") from None
        return process.returncode, output.decode(errors="replace")


class Gateway(Program):
    """`rapporteur gateway` before a homeserver."""

    def __init__(self, binary, homeserver, folder):
        super().__init__("gateway", folder)
        self.binary = binary
        self.homeserver = homeserver
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}"

    async def start(self):
        await self.launch(self.binary, "gateway", "--homeserver", self.homeserver, "--port", self.port)
        await self.until_log(f":{self.port}")
