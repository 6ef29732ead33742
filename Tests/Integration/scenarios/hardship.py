"""A homeserver that is slow to take what is sent, or away."""

import asyncio
import contextlib

from support.people import cause
from support.scenario import scenario
from support.synapse import Synapse
from support.world import World


@contextlib.asynccontextmanager
async def strict_world(scene):
    """A homeserver of its own with its default limits, which hold for the bot alone: people are let off."""
    synapse = Synapse("strict-" + scene.folder.name, limits=None)
    world = World(scene.transport, synapse, scene.binary, scene.figures)
    try:
        await synapse.start()
        await world.open()
        for person in (world.ada, world.ben):
            await synapse.lift_limits(person)
        yield world
    finally:
        await world.close()
        await synapse.close()


@scenario(seconds=120)
async def with_default_rate_limits_everything_arrives_and_in_order(scene):
    """Ten messages at once, with the hello, and then one in five seconds is what Synapse allows."""
    async with strict_world(scene) as world:
        bot = await world.bot()
        await bot.start("--no-limits")
        room = await world.room_with(bot)
        commands = [await world.ada.say(room, f"!quote 4.{1 + number % 3}") for number in range(12)]
        for command in commands:
            await room.answers_to(command, bot, seconds=60)
        answered = [cause(event) for event in room.said_by(bot) if cause(event)]
        assert answered == commands, f"{len(answered)} answers to 14 commands, or not in their order"
        times = [event["origin_server_ts"] for event in room.said_by(bot)]
        assert times[-1] - times[0] > 10_000, "there was no limit"


@scenario()
async def a_restart_of_the_homeserver_loses_nothing(scene):
    bot = await scene.running_bot()
    room = await scene.room_with(bot)
    before = await scene.ada.say(room, "!quote 4.1")
    await scene.synapse.stop()
    await asyncio.sleep(2)
    await scene.synapse.start()
    after = await scene.ada.say(room, "!quote 4.2")
    for command in (before, after):
        await room.answers_to(command, bot, seconds=30)
    await asyncio.sleep(2)  # what is said twice would come now
    await room.read()
    answers = room.answers_by_cause(bot)
    assert [len(answers[command]) for command in (before, after)] == [1, 1], "something was said twice"
