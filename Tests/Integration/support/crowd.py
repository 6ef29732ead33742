"""Many rooms that talk at once, and how many of their commands a bot answered."""

import asyncio
import time

from support.people import cause

COMMAND = "!quote 4.1"


class Crowd:
    def __init__(self, rooms, person):
        self.rooms = rooms
        self.person = person
        self.asked = {room.id: [] for room in rooms}  # the commands of the last burst, in order

    @classmethod
    async def gather(cls, person, bot, size=10):
        """Rooms into which the bot was invited all at once."""
        crowd = cls(await asyncio.gather(*(person.create_room() for _ in range(size))), person)
        await crowd.invite(bot)
        return crowd

    async def invite(self, bot):
        """Invites a bot into all rooms, and waits until it has said hello in each."""
        await asyncio.gather(*(self.person.invite(room, bot) for room in self.rooms))
        for room in self.rooms:
            await room.until(lambda _: room.said_by(bot), f"a hello of {bot.user_id}", seconds=40)

    async def say(self, counts):
        """Says a command `counts[n]` times in room n, in all rooms side by side."""
        self.asked = {room.id: [] for room in self.rooms}

        async def speak(room, count):
            for _ in range(count):
                self.asked[room.id].append(await self.person.say(room, COMMAND))

        await asyncio.gather(*(speak(room, count) for room, count in zip(self.rooms, counts)))

    async def until_quiet(self, bot, patience=15, seconds=150):
        """Waits until all that was asked is answered, or until nothing more comes for `patience` seconds."""
        count = sum(map(len, self.asked.values()))
        start = last = time.monotonic()
        answered = -1
        while time.monotonic() - last < patience and time.monotonic() - start < seconds:
            await asyncio.gather(*(room.read() for room in self.rooms))
            now = len({command for command, _ in self.answers(bot)})
            if now != answered:
                answered, last = now, time.monotonic()
            if answered >= count:
                break
            await asyncio.sleep(1)
        await asyncio.sleep(2)  # what is said twice would come now
        await asyncio.gather(*(room.read() for room in self.rooms))

    @property
    def silence(self):
        """Seconds since the last command."""
        asked = {command for commands in self.asked.values() for command in commands}
        events = (event for room in self.rooms for event in room.events if event["event_id"] in asked)
        return time.time() - max(event["origin_server_ts"] for event in events) / 1000

    def answers(self, bot):
        """Each answer to the last burst, as (command's id, answer)."""
        for room in self.rooms:
            asked = set(self.asked[room.id])
            for event in room.said_by(bot):
                if cause(event) in asked:
                    yield cause(event), event

    def verdict(self, bot):
        """How many commands were lost and doubled, the times that answers took in ms, and rooms out of order.

        The times are those of the homeserver's clock, from taking in a command to taking in its answer.
        """
        by_cause = {}
        for command, answer in self.answers(bot):
            by_cause.setdefault(command, []).append(answer["origin_server_ts"])
        asked_at = {e["event_id"]: e["origin_server_ts"] for room in self.rooms for e in room.events}
        commands = [command for asked in self.asked.values() for command in asked]
        lost = sum(command not in by_cause for command in commands)
        doubled = sum(len(times) - 1 for times in by_cause.values())
        times = [min(answers) - asked_at[command] for command, answers in by_cause.items()]
        return lost, doubled, times, self.rooms_out_of_order(bot)

    def rooms_out_of_order(self, bot):
        def is_in_order(room):
            answered = [cause(event) for event in room.said_by(bot) if cause(event) in self.asked[room.id]]
            place = {command: number for number, command in enumerate(self.asked[room.id])}
            return answered == sorted(answered, key=place.__getitem__)

        return sum(not is_in_order(room) for room in self.rooms)
