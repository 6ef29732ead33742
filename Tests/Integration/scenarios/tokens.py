"""Tokens that end: each kind of end has its way on."""

import asyncio
import json

from support.places import secret_file
from support.scenario import scenario
from support.synapse import PASSWORD, TOKEN_LIFE


async def log_in(scene, bot):
    """As an operator does, with the password on standard input."""
    code, output = await bot.command(
        "login",
        "--homeserver",
        scene.synapse.url,
        "--user-id",
        bot.user_id,
        "--token-file",
        bot.folder / "token",
        stdin=PASSWORD + "\n",
    )
    assert code == 0, f"login ended with {code}: {output}"
    assert PASSWORD not in output, "the password was printed"
    assert (bot.folder / "token").stat().st_mode & 0o777 == 0o600
    return output


def token_of(bot):
    text = (bot.folder / "token").read_text()
    return json.loads(text)["access_token"] if text.startswith("{") else text.strip()


async def is_accepted(scene, token):
    headers = {"Authorization": f"Bearer {token}"}
    async with scene.synapse.http.get(
        f"{scene.synapse.url}/_matrix/client/v3/account/whoami", headers=headers
    ) as response:
        return response.status == 200


async def revoke(scene, bot):
    """From elsewhere, as in Element: the session is signed out."""
    headers = {"Authorization": f"Bearer {token_of(bot)}"}
    async with scene.synapse.http.post(
        f"{scene.synapse.url}/_matrix/client/v3/logout", headers=headers, json={}
    ) as response:
        assert response.status == 200


@scenario()
async def a_revoked_token_is_said_clearly_and_a_new_one_in_the_file_is_enough(scene):
    bot = await scene.running_bot()
    room = await scene.room_with(bot)
    await scene.ada.ask(room, "!quote 4.1", bot)
    await revoke(scene, bot)
    line = await bot.until_log("rapporteur login", seconds=40)
    assert bot.account.token not in bot.log, "the log has the token in it"
    command = await scene.ada.say(room, "!quote 4.2")
    await log_in(scene, bot)
    if not bot.is_running:
        await bot.start()
    assert len(await room.answers_to(command, bot)) == 1, line


@scenario()
async def a_token_of_short_life_is_refreshed_and_on_disk_before_it_is_used(scene):
    bot = await scene.bot()
    await log_in(scene, bot)
    first = token_of(bot)
    await bot.start()
    room = await scene.room_with(bot)
    await scene.ada.ask(room, "!quote 4.1", bot)
    await asyncio.sleep(TOKEN_LIFE)
    await scene.ada.ask(room, "!quote 4.2", bot)
    assert token_of(bot) != first, "the token was not renewed"
    await bot.kill()
    await bot.start()
    await scene.ada.ask(room, "!quote 4.3", bot)
    assert await is_accepted(scene, token_of(bot)), "the token on disk is not the one in use"


@scenario()
async def a_soft_logout_is_followed_by_a_new_login_of_the_same_device(scene):
    bot = await scene.bot()
    await log_in(scene, bot)
    session = json.loads((bot.folder / "token").read_text())
    for key in ("refresh_token", "expires_at_ms"):
        session.pop(key, None)
    bot.write_token(json.dumps(session))
    bot.settings["homeserver.password_file"] = str(secret_file(bot.folder / "password", PASSWORD + "\n"))
    await bot.start()
    room = await scene.room_with(bot)
    await scene.ada.ask(room, "!quote 4.1", bot)
    await asyncio.sleep(TOKEN_LIFE)
    await scene.ada.ask(room, "!quote 4.2", bot)
    assert token_of(bot) != session["access_token"], "there was no new login"
    assert json.loads((bot.folder / "token").read_text())["device_id"] == session["device_id"]
    assert PASSWORD not in bot.log


@scenario(only="/sync", because="no stream is involved")
async def logout_ends_a_token_that_leaked(scene):
    bot = await scene.bot()
    await log_in(scene, bot)
    token = token_of(bot)
    code, output = await bot.command("logout", "--token-file", bot.folder / "token")
    assert code == 0, output
    assert not await is_accepted(scene, token)
    assert not (bot.folder / "token").exists(), "a file with a token that is no good is left"


@scenario(only="/sync", because="no stream is involved")
async def a_wrong_password_is_said_in_words(scene):
    bot = await scene.bot()
    before = token_of(bot)
    code, output = await bot.command(
        "login",
        "--homeserver",
        scene.synapse.url,
        "--user-id",
        bot.user_id,
        "--token-file",
        bot.folder / "token",
        stdin="wrong\n",
    )
    assert code != 0 and "password" in output.lower(), output
    assert token_of(bot) == before, "the token file was touched"


@scenario()
async def two_bots_with_one_token_double_nothing(scene):
    one = await scene.running_bot()
    room = await scene.room_with(one)
    await scene.ada.ask(room, "!quote 4.1", one)
    two = await scene.bot("double", account=one.account)
    await two.start()
    await asyncio.sleep(2)
    commands = [await scene.ada.say(room, "!quote 4.2") for _ in range(10)]
    for command in commands:
        await room.answers_to(command, one)
    await asyncio.sleep(2)
    await room.read()
    counts = [len(room.answers_by_cause(one)[command]) for command in commands]
    assert counts == [1] * 10, counts


@scenario(only="/sync", because="the second bot never comes as far as a homeserver")
async def a_second_bot_in_one_data_directory_says_so_and_ends(scene):
    one = await scene.running_bot()
    room = await scene.room_with(one)
    two = await scene.bot("second", data=one.settings["data"])
    await two.start()
    assert await two.exit_code() != 0
    assert str(one.settings["data"]) in two.log, two.log
    await scene.ada.ask(room, "!quote 4.1", one)
