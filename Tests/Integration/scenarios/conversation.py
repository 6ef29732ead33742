"""What people do in a room, and what the bot makes of it, as the room shows it and as the archive tells it."""

import asyncio

from support.people import body, cause
from support.scenario import scenario

QUOTATION = "> Russian imperialism is not a ‘lesser evil’ in this conflict."


async def archived_room(scene):
    """A room that keeps what is said, with a bot and its first quotation."""
    bot = await scene.running_bot(archive__on_by_default=True)
    return bot, await scene.room_with(bot)


async def settled(scene, room, bot):
    """Commands wait until the archive has seen what was said before: so after an answer all of that is kept."""
    return body(await scene.ben.ask(room, "!comments", bot))


@scenario()
async def a_thread_is_answered_in_the_thread(scene):
    bot, room = await archived_room(scene)
    root = await scene.ada.say(room, "Let us talk about the fourth paragraph.")
    command = await scene.ada.say_in_thread(room, "!quote 4.1", root)
    answer = (await room.answers_to(command, bot))[0]
    relation = answer["content"]["m.relates_to"]
    assert relation.get("rel_type") == "m.thread" and relation.get("event_id") == root, relation
    assert relation["m.in_reply_to"]["event_id"] == command and "is_falling_back" in relation, relation
    assert body(answer).startswith(QUOTATION) and answer["content"]["m.mentions"] is not None


@scenario()
async def a_reply_to_a_quotation_becomes_a_comment_on_that_passage(scene):
    bot, room = await archived_room(scene)
    quotation = await scene.ada.ask(room, "!quote 4.1", bot)
    words = "> <@bot:integration.test> Russian imperialism\n\nEvery empire says that it is the lesser one."
    await scene.ben.reply(room, words, quotation["event_id"])
    comment = body(await scene.ada.ask(room, "!comment c1", bot))
    assert "> Every empire says that it is the lesser one." in comment, comment
    assert "about 4.1" in comment and scene.ben.user_id in comment, comment
    assert "imperialism" not in comment, f"the fallback of the reply was kept as Ben's words: {comment}"


@scenario()
async def what_is_edited_or_deleted_is_so_in_the_archive_too(scene):
    bot, room = await archived_room(scene)
    kept = await scene.ben.say(room, "I disagree with paragraf two.")
    first_edit = await scene.ben.edit(room, kept, "I disagree with paragraph two.")
    second_edit = await scene.ben.edit(room, kept, "I agree.")
    await scene.ada.edit(room, kept, "Words that Ben never said.")
    deleted = await scene.ben.say(room, "This was said in anger.")
    assert "> I agree." in body(await scene.ada.ask(room, "!comment c1", bot))
    assert "> This was said in anger." in body(await scene.ada.ask(room, "!comment c2", bot))
    await scene.ben.redact(room, second_edit)
    await scene.ben.redact(room, deleted)
    assert "> I disagree with paragraph two." in body(await scene.ada.ask(room, "!comment c1", bot)), first_edit
    assert "removed" in body(await scene.ada.ask(room, "!comment c2", bot))
    await scene.ben.redact(room, kept)
    comments = await settled(scene, room, bot)
    assert "#c1: removed" in comments and "agree" not in comments, comments


@scenario()
async def a_deleted_message_is_gone_from_the_data_directory(scene):
    bot, room = await archived_room(scene)
    unlikely = "Xylophonist quagmire"
    message = await scene.ben.say(room, unlikely)
    assert unlikely in body(await scene.ada.ask(room, "!comment c1", bot))
    await scene.ben.redact(room, message)
    assert "removed" in body(await scene.ada.ask(room, "!comment c1", bot))
    await bot.stop()
    holding = [f.name for f in (bot.folder / "data").iterdir() if unlikely.encode() in f.read_bytes()]
    assert not holding, f"still in {holding}"
    code, audit = await bot.command("archive", "audit", "--data", bot.folder / "data")
    assert code == 0 and room.id in audit and "1 removed" in audit, audit


@scenario()
async def a_command_is_run_when_it_is_first_understood_and_only_then(scene):
    bot, room = await archived_room(scene)
    understood = await scene.ada.say(room, "!quote 4.1")
    await room.answers_to(understood, bot)
    await scene.ada.edit(room, understood, "!quote 4.2")
    misspelt = await scene.ada.say(room, "!qote 4.1")
    await room.answers_to(misspelt, bot)
    edit = await scene.ada.edit(room, misspelt, "!quote 4.1")
    await room.until(
        lambda _: any(body(e).startswith(QUOTATION) and cause(e) in (edit, misspelt) for e in room.said_by(bot)),
        "the corrected command being run",
    )
    await settled(scene, room, bot)
    quotations = [event for event in room.said_by(bot) if body(event).startswith("> ")]
    assert len(quotations) == 2, [body(event) for event in quotations]


@scenario()
async def reactions_notices_and_emotes_are_let_alone(scene):
    bot, room = await archived_room(scene)
    quotation = await scene.ada.ask(room, "!quote 4.1", bot)
    said = len(room.said_by(bot))
    await scene.ben.react(room, quotation["event_id"], "👍")
    await scene.ben.react(room, quotation["event_id"], "!quote 4.2")
    await scene.ben.say(room, "!quote 4.2", msgtype="m.notice")
    await scene.ben.say(room, "A notice of another bot.", msgtype="m.notice")
    comments = await settled(scene, room, bot)
    assert len(room.said_by(bot)) == said + 1, "something was answered that is no command"
    assert "0 said in chat" in comments or "#c1" not in comments, comments


@scenario()
async def an_event_of_64_kb_harms_nothing_and_none_so_large_is_sent(scene):
    bot, room = await archived_room(scene)
    await scene.ben.say(room, "A long story. " * 4_400)
    command = await scene.ben.say(room, "!quote " + "word " * 12_000)
    answer = (await room.answers_to(command, bot))[0]
    assert len(body(answer)) < 2_000, f"the answer has {len(body(answer))} characters"
    await scene.ada.ask(room, "!comment c1", bot)
    assert body(await scene.ada.ask(room, "!quote 4.1", bot)).startswith(QUOTATION)
    largest = max(len(str(event["content"]).encode()) for event in room.said_by(bot))
    assert largest < 40_000, f"the bot sent {largest} bytes"


@scenario()
async def two_bots_in_one_room_answer_once_each_and_never_one_another(scene):
    one, two = await asyncio.gather(
        scene.running_bot("one", archive__on_by_default=True), scene.running_bot("two", archive__on_by_default=True)
    )
    room = await scene.room_with(one, two)
    command = await scene.ada.say(room, "!quote 4.1")
    await asyncio.gather(room.answers_to(command, one), room.answers_to(command, two))
    nonsense = await scene.ada.say(room, "!qote 4.1")
    await asyncio.gather(room.answers_to(nonsense, one), room.answers_to(nonsense, two))
    count = len(await room.read())
    await asyncio.sleep(2)
    assert len(await room.read()) == count, "the bots go on talking"
    counts = [len(room.answers_by_cause(bot)[asked]) for bot in (one, two) for asked in (command, nonsense)]
    assert counts == [1] * 4, f"answers to a command and to a misspelt one, of each bot: {counts}"
    assert "#c1" not in body(await scene.ada.ask(room, "!comments", one)), "one bot's words are kept by the other"
