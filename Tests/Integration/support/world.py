"""What a scenario is given: a homeserver, people in it, a way to it, and bots."""

import asyncio
import re
import shutil

from support.places import RUN
from support.rapporteur import Bot, Gateway


class World:
    """One way to one homeserver: over `/sync`, or over the gateway."""

    def __init__(self, transport, synapse, binary, figures):
        self.transport = transport
        self.synapse = synapse
        self.binary = binary
        self.figures = figures
        self.folder = RUN / synapse.name / re.sub(r"\W+", "", transport)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.gateway = Gateway(binary, synapse.url, self.folder) if transport == "the gateway" else None
        self.programs = []
        self.people = []
        self.names = {}
        self.shared = {}

    async def open(self):
        self.ada, self.ben = await asyncio.gather(self.person("ada"), self.person("ben"))
        if self.gateway:
            self.programs.append(self.gateway)
            await self.gateway.start()

    async def close(self):
        for program in reversed(self.programs):
            await program.kill()
        for person in self.people:
            await person.eyes.close()

    @property
    def homeserver(self):
        """How a bot's configuration names the way."""
        if self.gateway:
            return {"homeserver.url": self.gateway.url, "homeserver.api_url": self.synapse.url}
        return {"homeserver.url": self.synapse.url}

    def fresh(self, name):
        """A name that nobody has yet: ada, ada2, ada3."""
        self.names[name] = self.names.get(name, 0) + 1
        number = str(self.names[name]) if self.names[name] > 1 else ""
        return f"{name}{number}-{self.folder.name}"

    async def person(self, name):
        person = await self.synapse.person(self.fresh(name))
        self.people.append(person)
        return person

    async def bot(self, name="bot", account=None, **settings):
        """A bot, not started. Settings are written `section__key=value`."""
        name = self.fresh(name)
        account = account or await self.synapse.register(name)
        dotted = {key.replace("__", "."): value for key, value in settings.items()}
        bot = Bot(self.binary, account, self.folder / name, {**self.homeserver, **dotted})
        self.programs.append(bot)
        return bot

    async def running_bot(self, name="bot", **settings):
        bot = await self.bot(name, **settings)
        await bot.start()
        return bot

    async def room_with(self, *bots, **options):
        """A room of Ada's, with Ben in it, into which the bots have come."""
        room = await self.ada.create_room(self.ben.user_id, *(bot.user_id for bot in bots), **options)
        await self.ben.join(room)
        for bot in bots:
            await room.until_joined(bot)
        return room


class Scene:
    """A world for the time of one scenario: the bots that it starts end with it."""

    def __init__(self, world):
        self.world = world
        self.programs_before = list(world.programs)

    def __getattr__(self, name):
        return getattr(self.world, name)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        """What the scenario shares with later ones stays."""
        kept = [item for item in self.world.shared.values() if item in self.world.programs]
        for program in self.world.programs[len(self.programs_before) :]:
            if program not in kept:
                await program.kill()
        self.world.programs = [p for p in self.world.programs if p in self.programs_before or p in kept]
