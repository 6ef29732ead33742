"""Many commands at once: none may be lost, none answered twice, whatever happens to the bot meanwhile."""

import asyncio
import statistics
import sys

from support import peer as peer_script
from support.crowd import COMMAND, Crowd
from support.people import body
from support.processes import Program
from support.scenario import scenario

EVENLY = [50] * 10
# A hundred in one room: ten times what the homeserver puts into a timeline by default.
UNEVENLY = [100] + [45] * 4 + [44] * 5


async def crowd_of(scene):
    """The rooms and the bot of this file, which is not restrained by budgets: they would hide what is lost."""
    if "crowd" not in scene.shared:
        bot = await scene.bot("crowded", commands__answer_within=0)
        scene.shared["crowded bot"] = bot
        await bot.start("--no-limits")
        scene.shared["crowd"] = await Crowd.gather(scene.ada, bot)
    bot = scene.shared["crowded bot"]
    if not bot.is_running:
        await bot.start("--no-limits")
    return scene.shared["crowd"], bot


async def times_one_by_one(crowd, bot, count=30):
    """How long answers take when nothing else is going on."""
    room = crowd.rooms[0]
    times = []
    for _ in range(count):
        command = await crowd.person.say(room, COMMAND)
        answer = (await room.answers_to(command, bot))[0]
        asked = next(event for event in room.events if event["event_id"] == command)
        times.append(answer["origin_server_ts"] - asked["origin_server_ts"])
    return times


def check(crowd, bot, figures, subject, what):
    lost, doubled, times, disordered = crowd.verdict(bot)
    figures.note(subject, f"{what}, lost / doubled", f"{lost} / {doubled}")
    assert lost == doubled == disordered == 0, f"{lost} lost, {doubled} doubled, {disordered} rooms out of order"
    return times


@scenario()
async def one_command_after_another_is_answered_at_once(scene):
    crowd, bot = await crowd_of(scene)
    times = await times_one_by_one(crowd, bot)
    scene.figures.note_times(scene.transport, "answer, one by one", times)
    assert statistics.median(times) < 2_000, f"half of the answers took more than {statistics.median(times)} ms"


@scenario(seconds=240)
async def a_burst_of_500_commands_over_10_rooms_is_answered_once_each(scene):
    crowd, bot = await crowd_of(scene)
    await crowd.say(EVENLY)
    await crowd.until_quiet(bot)
    times = check(crowd, bot, scene.figures, scene.transport, "burst of 500")
    scene.figures.note_times(scene.transport, "answer, in the burst", times)
    scene.figures.note(scene.transport, "memory after the burst, MB", round(bot.memory, 1))


@scenario(seconds=120)
async def a_bot_killed_three_times_in_a_burst_still_answers_once_each(scene):
    crowd, bot = await crowd_of(scene)
    saying = asyncio.create_task(crowd.say([10] * 10))
    for pause in (0.7, 1.1, 1.6):
        await asyncio.sleep(pause)
        await bot.kill()
        await bot.start("--no-limits")
    await saying
    await crowd.until_quiet(bot)
    check(crowd, bot, scene.figures, scene.transport, "killed 3 times in 100")


@scenario(seconds=300)
async def what_500_commands_said_in_its_absence_get_is_all_answers_or_one_line_a_room(scene):
    crowd, patient = await crowd_of(scene)
    # What is older than 20 s is too old for this bot: the minute, or the hour, of real life.
    punctual = await scene.running_bot("punctual", commands__answer_within=20)
    await crowd.invite(punctual)
    await asyncio.gather(patient.stop(), punctual.stop())
    await crowd.say(UNEVENLY)

    await patient.start("--no-limits")
    await crowd.until_quiet(patient)
    check(crowd, patient, scene.figures, scene.transport, "backlog of 500")

    await asyncio.sleep(max(0, 21 - crowd.silence))
    before = {room.id: len(room.said_by(punctual)) for room in crowd.rooms}
    await punctual.start("--no-limits")
    for room in crowd.rooms:
        await room.until(lambda _: len(room.said_by(punctual)) > before[room.id], "a line about the absence")
    await asyncio.sleep(2)  # anything more would come now
    for room, count in zip(crowd.rooms, UNEVENLY):
        await room.read()
        lines = [body(event) for event in room.said_by(punctual)[before[room.id] :]]
        assert len(lines) == 1, f"{len(lines)} messages about one absence: {lines[:3]}"
        assert "I was away" in lines[0] and f"{count} commands were not answered" in lines[0], lines[0]


@scenario()
async def a_bot_that_comes_back_answers_what_was_asked_meanwhile(scene):
    crowd, bot = await crowd_of(scene)
    room = crowd.rooms[0]
    times = []
    for _ in range(3):
        await bot.stop()
        command = await scene.ada.say(room, COMMAND)
        await bot.start("--no-limits")
        answer = (await room.answers_to(command, bot))[0]
        times.append(answer["origin_server_ts"] - bot.started_at * 1000)
    await asyncio.sleep(3)
    scene.figures.note(scene.transport, "start to first answer, ms", round(statistics.median(times)))
    scene.figures.note(scene.transport, "idle memory, MB", round(bot.memory, 1))


@scenario(only="/sync", because="it has no other way, and is there to be compared with", seconds=240)
async def a_bare_bot_on_matrix_nio_is_measured_in_the_same_way(scene):
    account = await scene.person("peer")
    peer = Program("peer", scene.folder)
    peer.user_id = account.user_id
    scene.programs.append(peer)
    rooms = await asyncio.gather(*(scene.ada.create_room(peer.user_id) for _ in EVENLY))
    await asyncio.gather(*(account.join(room) for room in rooms))
    crowd = Crowd(rooms, scene.ada)
    await peer.launch(sys.executable, peer_script.__file__, scene.synapse.url, peer.user_id, account.account.token)
    await peer.until_log("listens")

    scene.figures.note_times("bare matrix-nio", "answer, one by one", await times_one_by_one(crowd, peer))
    await crowd.say(EVENLY)
    await crowd.until_quiet(peer, patience=6)
    lost, doubled, times, _ = crowd.verdict(peer)
    scene.figures.note("bare matrix-nio", "burst of 500, lost / doubled", f"{lost} / {doubled}")
    scene.figures.note_times("bare matrix-nio", "answer, in the burst", times)
    scene.figures.note("bare matrix-nio", "memory after the burst, MB", round(peer.memory, 1))
