"""People in rooms. They speak by plain HTTP; they read through matrix-nio, a client that is not ours."""

import asyncio
import dataclasses
import itertools
import logging
import time
import urllib.parse

import nio

# It warns of whatever its schemas do not know, such as rooms of version 12.
logging.getLogger("nio").setLevel(logging.CRITICAL)

numbers = itertools.count(1)


@dataclasses.dataclass
class Account:
    homeserver: str
    user_id: str
    token: str
    device_id: str
    password: str


class Refused(Exception):
    """What the homeserver did not want."""

    def __init__(self, status, body):
        super().__init__(f"HTTP {status}: {body}")
        self.status = status
        self.body = body


class Person:
    def __init__(self, account, http):
        self.account = account
        self.user_id = account.user_id
        self.http = http
        self.eyes = nio.AsyncClient(
            account.homeserver, account.user_id, config=nio.AsyncClientConfig(encryption_enabled=False)
        )
        self.eyes.restore_login(account.user_id, account.device_id, account.token)

    async def call(self, method, path, body=None, **query):
        """One request to the client API. `path` is whole, or begins after `/_matrix/client/v3`."""
        url = self.account.homeserver + (path if path.startswith("/_") else "/_matrix/client/v3" + path)
        headers = {"Authorization": f"Bearer {self.account.token}"}
        async with self.http.request(method, url, json=body, params=query, headers=headers) as response:
            answer = await response.json()
            if response.status != 200:
                raise Refused(response.status, answer)
            return answer

    async def create_room(self, *invited, **options):
        body = {"preset": "private_chat", "invite": list(invited), **options}
        return Room((await self.call("POST", "/createRoom", body))["room_id"], self)

    async def join(self, room):
        await self.call("POST", f"/join/{quote(room.id)}", {})

    async def invite(self, room, member):
        await self.call("POST", f"/rooms/{quote(room.id)}/invite", {"user_id": member.user_id})

    async def send(self, room, kind, content):
        """Returns the event's id."""
        path = f"/rooms/{quote(room.id)}/send/{kind}/t{next(numbers)}"
        return (await self.call("PUT", path, content))["event_id"]

    async def say(self, room, words, relates_to=None, msgtype="m.text"):
        content = {"msgtype": msgtype, "body": words}
        if relates_to:
            content["m.relates_to"] = relates_to
        return await self.send(room, "m.room.message", content)

    async def reply(self, room, words, to):
        return await self.say(room, words, {"m.in_reply_to": {"event_id": to}})

    async def say_in_thread(self, room, words, root):
        falling_back = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
        return await self.say(room, words, {**falling_back, "m.in_reply_to": {"event_id": root}})

    async def edit(self, room, event, words):
        content = {
            "msgtype": "m.text",
            "body": f"* {words}",
            "m.new_content": {"msgtype": "m.text", "body": words},
            "m.relates_to": {"rel_type": "m.replace", "event_id": event},
        }
        return await self.send(room, "m.room.message", content)

    async def react(self, room, event, key):
        return await self.send(
            room, "m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": key}}
        )

    async def redact(self, room, event):
        path = f"/rooms/{quote(room.id)}/redact/{quote(event)}/t{next(numbers)}"
        return (await self.call("PUT", path, {}))["event_id"]

    async def set_state(self, room, kind, content, key=""):
        return (await self.call("PUT", f"/rooms/{quote(room.id)}/state/{kind}/{quote(key)}", content))["event_id"]

    async def state(self, room, kind, key=""):
        """Nothing if there is no such state."""
        try:
            return await self.call("GET", f"/rooms/{quote(room.id)}/state/{kind}/{quote(key)}")
        except Refused as refusal:
            if refusal.status == 404:
                return None
            raise

    async def ask(self, room, words, of, seconds=20):
        """Says a command and returns the answer of the bot `of`; there must be exactly one so far."""
        answers = await room.answers_to(await self.say(room, words), of, seconds=seconds)
        assert len(answers) == 1, f"{words} was answered {len(answers)} times"
        return answers[0]


class Room:
    """A room as one of its people sees it, from its beginning: every event once, in order."""

    def __init__(self, id, reader):
        self.id = id
        self.reader = reader
        self.events = []
        self.position = None
        self.reading = asyncio.Lock()

    async def read(self):
        """All events so far. Only what is new is asked for, page by page, so that nothing falls into a gap."""
        async with self.reading:
            return await self.read_on()

    async def read_on(self):
        while True:
            page = await self.reader.eyes.room_messages(
                self.id, start=self.position, direction=nio.MessageDirection.front, limit=100
            )
            assert isinstance(page, nio.RoomMessagesResponse), f"{self.id} cannot be read: {page}"
            self.events += [event.source for event in page.chunk]
            self.position = page.end or self.position
            if not page.end or not page.chunk:
                return self.events

    async def until(self, condition, what, seconds=20):
        """Reads until `condition(events)` is true, or fails saying `what` did not happen; returns its value."""
        deadline = time.monotonic() + seconds
        while True:
            found = condition(await self.read())
            if found:
                return found
            assert time.monotonic() < deadline, f"{what} did not happen within {seconds} s"
            await asyncio.sleep(0.1)

    def said_by(self, bot):
        """What the bot has said in the part that was read."""
        return [
            event for event in self.events if event["type"] == "m.room.message" and event["sender"] == bot.user_id
        ]

    def answers_by_cause(self, bot):
        answers = {}
        for event in self.said_by(bot):
            answers.setdefault(cause(event), []).append(event)
        return answers

    async def answers_to(self, event, bot, seconds=20):
        """The answers to an event, once there is one."""
        return await self.until(
            lambda _: self.answers_by_cause(bot).get(event), f"an answer of {bot.user_id} in {self.id}", seconds
        )

    async def membership(self, member):
        content = await self.reader.state(self, "m.room.member", member.user_id)
        return content and content["membership"]

    async def until_joined(self, bot, seconds=20):
        await self.until(
            lambda events: any(is_membership(event, bot, "join") for event in events),
            f"{bot.user_id} joining",
            seconds,
        )


def is_membership(event, member, membership):
    return (
        event["type"] == "m.room.member"
        and event.get("state_key") == member.user_id
        and event["content"].get("membership") == membership
    )


def cause(event):
    """The event that a message answers, if any."""
    return (event["content"].get("m.relates_to") or {}).get("m.in_reply_to", {}).get("event_id")


def body(event):
    return event["content"].get("body", "")


def quote(text):
    return urllib.parse.quote(text, safe="")
