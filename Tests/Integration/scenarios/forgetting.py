"""Somebody is quoted, summarised and archived, and then asks to be forgotten: nothing of theirs is left."""

import asyncio
import time

from support.people import Room, body
from support.scenario import scenario

# Words that nobody else says, each in another place.
SAID = "The quagmires of this district deserve a better drainage than the one we have had for years."
EDITED = "The marshlands of this district deserve a better drainage than the one we have had for years."
REPLIED = "No passage of the statement mentions the xylophonists, who suffer from it more than anybody else."
TYPED = "!quote zygodactyl parakeets"
TELLING = ["quagmires", "marshlands", "xylophonists", "zygodactyl", "parakeets"]
OTHERS = "We should first ask those who live there what they need before anything is decided for them."


async def conversation(scene, bot):
    """Ben says things in all ways in which words come into the bot; Ada has them quoted and summarised."""
    room = await scene.room_with(bot)
    said = await scene.ben.say(room, SAID)
    await scene.ben.edit(room, said, EDITED)
    await scene.ada.say(room, OTHERS)
    quotation = await scene.ada.ask(room, "!quote 4.1", bot)
    await scene.ben.reply(room, REPLIED, quotation["event_id"])
    await scene.ben.react(room, said, "👍")
    repeated = await scene.ben.ask(room, TYPED, bot)
    assert "zygodactyl" in body(repeated), body(repeated)
    for command in ("!comment #c1", "!comments", "!search drainage", "!summary chat", "!summary all --words 200"):
        answer = body(await scene.ada.ask(room, command, bot))
        assert "marshlands" in answer or "arshlands" in answer, f"{command}: {answer}"
    why = body(await scene.ada.ask(room, "!summary why 1", bot))
    assert why, "a passage of the summary is explained"
    return room


async def standing(scene, room, bot):
    """What the bot's messages in the room hold now, for somebody who comes in and reads them for the first time."""
    fresh = Room(room.id, scene.ada)
    await fresh.read()
    return [str(event["content"]) for event in fresh.said_by(bot)]


async def until_nothing_stands(scene, room, bot, words=TELLING, seconds=30):
    deadline = time.monotonic() + seconds
    while True:
        told = [text for text in await standing(scene, room, bot) if any(word in text for word in words)]
        if not told:
            return
        assert time.monotonic() < deadline, f"still in the room: {told}"
        await asyncio.sleep(0.5)


async def posted_again(scene, room, bot, count, seconds=20):
    """Summaries that were taken back come again a moment after the last of their words is gone."""
    deadline = time.monotonic() + seconds
    while True:
        told = [text for text in await standing(scene, room, bot) if "was posted again" in text]
        if len(told) >= count:
            return told
        assert time.monotonic() < deadline, f"{len(told)} of {count} summaries came again"
        await asyncio.sleep(0.3)


def files_holding(bot, words=TELLING):
    files = [path for path in (bot.folder / "data").rglob("*") if path.is_file()]
    return [(path.name, word) for path in files for word in words if word.encode() in path.read_bytes()]


async def until_no_byte_is_left(bot, words=TELLING, seconds=20):
    deadline = time.monotonic() + seconds
    while files_holding(bot, words):
        assert time.monotonic() < deadline, f"still on the disk: {files_holding(bot, words)}"
        await asyncio.sleep(0.2)


@scenario(seconds=120)
async def who_asks_to_be_forgotten_leaves_nothing_in_the_room_or_on_the_disk(scene):
    bot = await scene.running_bot(archive__on_by_default=True, summary__hold_back=0)
    room = await conversation(scene, bot)
    assert files_holding(bot), "the words are on the disk before"
    question = body(await scene.ben.ask(room, "!forget me", bot))
    assert "the words of 2 messages of yours" in question and "again within 10 minutes" in question, question
    done = body(await scene.ben.ask(room, "!forget me", bot))
    assert done.startswith("Done, removed:"), done
    await until_nothing_stands(scene, room, bot)
    summaries = await posted_again(scene, room, bot, 2)
    assert len(summaries) == 2 and all(OTHERS in text for text in summaries), summaries
    await until_no_byte_is_left(bot)
    thread = body(await scene.ada.ask(room, "!comments", bot))
    assert "#c1: removed" in thread and "#c3: removed" in thread and scene.ada.user_id in thread, thread
    assert scene.ben.user_id not in thread, thread
    # In its next life, too, which fetches what was said before.
    await bot.stop()
    await bot.start()
    assert "removed" in body(await scene.ada.ask(room, "!comment #c1", bot))
    await scene.ben.say(room, "Something that I say afterwards is kept like everybody's.")
    assert "afterwards" in body(await scene.ada.ask(room, "!comment #c4", bot))
    await bot.stop()
    assert not files_holding(bot), files_holding(bot)


@scenario(seconds=90)
async def a_deleted_message_leaves_the_summaries_that_quoted_it(scene):
    bot = await scene.running_bot(archive__on_by_default=True, summary__hold_back=0)
    room = await scene.room_with(bot)
    said = await scene.ben.say(room, SAID)
    await scene.ada.say(room, OTHERS)
    assert "quagmires" in body(await scene.ada.ask(room, "!summary chat", bot))
    await scene.ben.redact(room, said)
    await until_nothing_stands(scene, room, bot)
    await until_no_byte_is_left(bot)
    again = await room.until(
        lambda _: [body(event) for event in room.said_by(bot) if "was posted again" in body(event)],
        "the summary coming again",
    )
    assert len(again) == 1 and OTHERS in again[0], again


@scenario(only="/sync", because="the command line does not know how the bot reaches the room", seconds=120)
async def whom_the_operator_forgets_stays_forgotten_when_an_older_backup_is_restored(scene):
    bot = await scene.running_bot(archive__on_by_default=True, summary__hold_back=0)
    room = await conversation(scene, bot)
    data, backup = bot.folder / "data", bot.folder / "backup"
    code, told = await bot.command("backup", backup, "--data", data)
    assert code == 0 and any(word.encode() in backup.read_bytes() for word in TELLING), told
    # Beside the running bot, for somebody who cannot type it any more.
    code, told = await bot.command("forget", "--user", scene.ben.user_id, "--data", data, "--yes")
    assert code == 0, told
    await until_nothing_stands(scene, room, bot)
    await until_no_byte_is_left(bot)
    await bot.stop()
    code, told = await bot.command("restore", backup, "--data", data)
    assert code != 0 and "--replace" in told, told
    code, told = await bot.command("restore", backup, "--data", data, "--replace")
    assert code == 0, told
    assert not files_holding(bot), files_holding(bot)
    await bot.start()
    assert "removed" in body(await scene.ada.ask(room, "!comment #c1", bot))
    await until_nothing_stands(scene, room, bot)
    await bot.stop()
    assert not files_holding(bot), files_holding(bot)
