"""A real homeserver on loopback: Synapse with SQLite, which talks to nobody outside this machine."""

import asyncio
import hashlib
import hmac
import json
import shutil
import sys
import time

import aiohttp

from support.people import Account, Person
from support.places import RUN, free_port
from support.processes import Program

SERVER_NAME = "integration.test"
SHARED_SECRET = "only used on loopback"
PASSWORD = "correct horse battery staple"
TOKEN_LIFE = 12  # seconds
PLENTY = {"per_second": 100_000, "burst_count": 100_000}
RAISED_LIMITS = {
    "rc_message": PLENTY,
    "rc_registration": PLENTY,
    "rc_admin_redaction": PLENTY,
    "rc_room_creation": PLENTY,
    "rc_login": {"address": PLENTY, "account": PLENTY, "failed_attempts": PLENTY},
    "rc_joins": {"local": PLENTY, "remote": PLENTY},
    "rc_joins_per_room": PLENTY,
    "rc_invites": {"per_room": PLENTY, "per_user": PLENTY, "per_issuer": PLENTY},
}


class Synapse(Program):
    """With `limits=None` its rate limits are those that Synapse has by default."""

    def __init__(self, name, limits=RAISED_LIMITS):
        folder = RUN / name
        shutil.rmtree(folder, ignore_errors=True)
        super().__init__(name, folder)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = None
        self.admin = None
        self.write_configuration(limits or {})

    def write_configuration(self, limits):
        logging = {
            "version": 1,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"standard": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": "WARNING", "handlers": ["standard"]},
        }
        (self.folder / "logging.json").write_text(json.dumps(logging))
        resources = [{"names": ["client"], "compress": False}]
        listener = {
            "type": "http",
            "port": self.port,
            "bind_addresses": ["127.0.0.1"],
            "tls": False,
            "resources": resources,
        }
        configuration = {
            "server_name": SERVER_NAME,
            "pid_file": str(self.folder / "pid"),
            "signing_key_path": str(self.folder / "signing.key"),
            "media_store_path": str(self.folder / "media"),
            "log_config": str(self.folder / "logging.json"),
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "listeners": [listener],
            "registration_shared_secret": SHARED_SECRET,
            "enable_registration": False,
            "report_stats": False,
            "stats": {"enabled": False},
            "presence": {"enabled": False},
            "push": {"enabled": False},
            "user_directory": {"enabled": False},
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "bcrypt_rounds": 4,
            # Only for those who ask for a refresh token when they log in.
            "refreshable_access_token_lifetime": f"{TOKEN_LIFE}s",
            **limits,
        }
        (self.folder / "homeserver.yaml").write_text(json.dumps(configuration))  # JSON is YAML

    async def start(self):
        configuration = self.folder / "homeserver.yaml"
        if not (self.folder / "signing.key").exists():
            await self.launch(sys.executable, "-m", "synapse.app.homeserver", "-c", configuration, "--generate-keys")
            await self.exit_code(60)
        await self.launch(sys.executable, "-m", "synapse.app.homeserver", "-c", configuration)
        self.http = self.http or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        deadline = time.monotonic() + 60
        while not await self.answers():
            assert self.is_running and time.monotonic() < deadline, f"Synapse did not start:\n{self.log[-3000:]}"
            await asyncio.sleep(0.1)

    async def answers(self):
        try:
            async with self.http.get(f"{self.url}/_matrix/client/versions") as response:
                return response.status == 200
        except aiohttp.ClientError:
            return False

    async def close(self):
        """Stops it for good."""
        await self.stop()
        if self.http:
            await self.http.close()

    async def register(self, name, is_admin=False):
        """An account with a device and a token of its own, as `register_new_matrix_user` makes it."""
        url = f"{self.url}/_synapse/admin/v1/register"
        async with self.http.get(url) as response:
            nonce = (await response.json())["nonce"]
        parts = [nonce, name, PASSWORD, "admin" if is_admin else "notadmin"]
        mac = hmac.new(SHARED_SECRET.encode(), "\0".join(parts).encode(), hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": PASSWORD, "admin": is_admin, "mac": mac}
        async with self.http.post(url, json=body) as response:
            answer = await response.json()
            assert response.status == 200, f"{name} could not be registered: {answer}"
        return Account(self.url, answer["user_id"], answer["access_token"], answer["device_id"], PASSWORD)

    async def person(self, name, is_admin=False):
        return Person(await self.register(name, is_admin), self.http)

    async def lift_limits(self, person):
        """For people: the limits are there for the bot."""
        self.admin = self.admin or await self.person("admin", is_admin=True)
        body = {"messages_per_second": 0, "burst_count": 0}
        await self.admin.call("POST", f"/_synapse/admin/v1/users/{person.user_id}/override_ratelimit", body)
