"""What of a room is published: what was approved by a sign, under a pseudonym, as long as nobody takes it back."""

import asyncio
import time

from support.people import body
from support.places import free_port
from support.scenario import scenario

APPROVED = "The periscopes of this harbour should be looked after by those who use them every day."
WAITING = "The semaphores of this harbour wait for nobody's approval, and nobody gave any."
FORMATS = ["html", "jsonl", "wxr", "atom", "annotations", "markdown", "csv", "ledger"]


async def exported(bot, format):
    target = bot.folder / f"out-{format}"
    code, told = await bot.command("export", target, "--format", format, "--data", bot.folder / "data")
    assert code == 0, told
    files = [target] if target.is_file() else [path for path in target.rglob("*") if path.is_file()]
    return b"\n".join(path.read_bytes() for path in files).decode()


async def page(port, path):
    """The answer of the bot's own port, head and all."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    try:
        return (await asyncio.wait_for(reader.read(), 20)).decode()
    finally:
        writer.close()


async def until_shown(port, path, is_shown, seconds=20):
    deadline = time.monotonic() + seconds
    while (APPROVED in await page(port, path)) != is_shown:
        assert time.monotonic() < deadline, f"{path} is {'not ' if is_shown else 'still '}shown"
        await asyncio.sleep(0.3)


@scenario(seconds=120)
async def what_a_moderator_approves_by_a_sign_is_published_until_it_is_taken_back(scene):
    port = free_port()
    bot = await scene.running_bot(archive__on_by_default=True, site__port=port)
    room = await scene.room_with(bot)
    await scene.ada.say(room, "!publish on")
    await room.until(
        lambda _: [event for event in room.said_by(bot) if "switched publication on" in body(event)], "the announcement"
    )
    assert "under a pseudonym" in body(await scene.ben.ask(room, "!publish me", bot))
    said = await scene.ben.say(room, APPROVED)
    await scene.ben.say(room, WAITING)
    await until_shown(port, "/s/1/c/c1.html", False)
    await scene.ada.react(room, said, "✅")
    await until_shown(port, "/s/1/c/c1.html", True)
    for format in FORMATS:
        text = await exported(bot, format)
        assert "periscopes" in text, f"{format} does not have what was approved"
        for secret in ("semaphores", scene.ben.user_id):
            assert secret not in text, f"{format} tells {secret}"
    await scene.ben.redact(room, said)
    await until_shown(port, "/s/1/c/c1.html", False)
    for format in FORMATS:
        assert "periscopes" not in await exported(bot, format), f"{format} still has what was taken back"
    code, told = await bot.command("verify", bot.folder / "out-ledger")
    assert code == 0 and "1 whose words were taken back" in told, told
