"""Coming into rooms, following them, and saying where nothing can be read."""

import asyncio

from support.people import Room, body, is_membership
from support.scenario import scenario


@scenario()
async def who_invites_the_bot_is_told_in_four_lines_what_it_does(scene):
    bot = await scene.running_bot()
    room = await scene.room_with(bot)
    await room.until(lambda _: room.said_by(bot), "a hello")
    hello = room.said_by(bot)[0]["content"]
    lines = hello["body"].strip().splitlines()
    assert len(lines) == 4, lines
    assert all(word in hello["body"] for word in ("statement", "kept", "!optout", "!help")), lines
    assert hello["msgtype"] == "m.notice"
    await bot.stop()
    await bot.start()
    assert body(await scene.ada.ask(room, "!quote 4.1", bot)).startswith("> ")
    assert len(room.said_by(bot)) == 2, "hello was said again after a restart"


@scenario()
async def an_invitation_from_someone_who_is_not_allowed_is_refused(scene):
    bot = await scene.running_bot(rooms__invitations_from=scene.ada.user_id)
    allowed = await scene.room_with(bot)
    refused = await scene.ben.create_room(bot.user_id)
    await refused.until(
        lambda events: any(is_membership(event, bot, "leave") and event["sender"] == bot.user_id for event in events),
        "the refusal",
    )
    assert not any(is_membership(event, bot, "join") for event in refused.events)
    assert await allowed.membership(bot) == "join"


@scenario()
async def an_encrypted_room_is_told_once_that_nothing_can_be_read_there(scene):
    bot = await scene.running_bot()
    encryption = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    from_the_start = await scene.room_with(bot, initial_state=[encryption])
    later = await scene.room_with(bot)
    await scene.ada.ask(later, "!quote 4.1", bot)
    await scene.ada.set_state(later, "m.room.encryption", encryption["content"])
    secret = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AwgAEn",
        "device_id": "D",
        "sender_key": "k",
        "session_id": "s",
    }

    def words(room):
        return [body(event) for event in room.said_by(bot) if "encrypted" in body(event)]

    for room in (from_the_start, later):
        await room.until(lambda _: words(room), "a word that the room is encrypted")
        await scene.ada.send(room, "m.room.encrypted", secret)
    await bot.stop()
    await bot.start()
    for room in (from_the_start, later):
        await scene.ada.send(room, "m.room.encrypted", secret)
    await asyncio.sleep(3)  # a second word would come now
    for room in (from_the_start, later):
        await room.read()
        assert len(words(room)) == 1, f"{len(words(room))} words: {words(room)}"
    assert "encrypted" in bot.log_path.read_text()


@scenario()
async def a_room_that_is_upgraded_is_followed_with_its_settings(scene):
    bot = await scene.running_bot()
    old = await scene.room_with(bot, preset="public_chat", room_version="11")
    await switch_archive(scene.ada, old, bot, "on")
    await scene.ben.say(old, "Said in the old room.")
    await scene.ada.ask(old, "!comment c1", bot)
    answer = await scene.ada.call("POST", f"/rooms/{old.id}/upgrade", {"new_version": "12"})
    new = Room(answer["replacement_room"], scene.ada)
    assert ":" not in new.id, "room version 12 has ids without a server"
    await new.until_joined(bot)
    await scene.ben.join(new)
    await scene.ben.say(new, "Said in the new room.")
    archive = body(await scene.ada.ask(new, "!archive", bot))
    assert "Every message that is no command is kept" in archive, archive
    comments = body(await scene.ada.ask(new, "!comments", bot))
    assert "Said in the new room." in comments, comments
    # Ada created the room: in version 12 that is a power above all, which stands in no list.
    await switch_archive(scene.ada, new, bot, "off")
    assert "moderator" in body(await scene.ben.ask(new, "!archive on", bot)).lower()


async def switch_archive(person, room, bot, way):
    """It is told to the whole room, so that nobody has to find out."""
    await person.say(room, f"!archive {way}")
    news = f"{person.user_id} switched the archive of this room {way}."
    await room.until(
        lambda _: any(news in body(event) for event in room.said_by(bot)), f"the archive being switched {way}"
    )


@scenario()
async def a_bot_that_is_removed_and_invited_again_is_back(scene):
    bot = await scene.running_bot()
    room = await scene.room_with(bot)
    await scene.ada.ask(room, "!quote 4.1", bot)
    await scene.ada.call("POST", f"/rooms/{room.id}/kick", {"user_id": bot.user_id, "reason": "for a while"})
    unheard = await scene.ada.say(room, "!quote 4.2")
    await scene.ada.invite(room, bot)
    await room.until(lambda events: sum(is_membership(e, bot, "join") for e in events) == 2, "the bot's return")
    await scene.ada.ask(room, "!quote 4.3", bot)
    assert unheard not in room.answers_by_cause(bot), "what was said while the bot was out was answered"
