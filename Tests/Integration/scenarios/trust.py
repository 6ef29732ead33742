"""TLS: only a certificate from a known authority, for the right name and the present day, is talked to."""

import contextlib

from support.certificates import Authority, Door
from support.scenario import scenario


@contextlib.asynccontextmanager
async def doors(scene, certificate):
    """A door before the homeserver and one before the stream, if there is one; with the settings that lead there."""
    async with contextlib.AsyncExitStack() as stack:
        front = await stack.enter_async_context(Door(certificate, scene.synapse.port))
        if not scene.gateway:
            yield [front], {"homeserver__url": f"https://127.0.0.1:{front.port}"}
            return
        stream = await stack.enter_async_context(Door(certificate, scene.gateway.port))
        urls = {
            "homeserver__url": f"wss://127.0.0.1:{stream.port}",
            "homeserver__api_url": f"https://127.0.0.1:{front.port}",
        }
        yield [front, stream], urls


@scenario()
async def a_certificate_from_an_authority_that_is_known_is_trusted(scene):
    authority = Authority(scene.folder / "certificates", "authority")
    async with doors(scene, authority.issue("right", "IP:127.0.0.1")) as (_, settings):
        bot = await scene.running_bot(homeserver__ca_file=str(authority.certificate), **settings)
        room = await scene.room_with(bot)
        await scene.ada.ask(room, "!quote 4.1", bot)


async def check_refusal(scene, certificate, reasons, ca_file=""):
    """The bot says one of the reasons, says so each time it tries again, and no byte of the token leaves."""
    async with doors(scene, certificate) as (passed, settings):
        bot = await scene.running_bot(homeserver__ca_file=str(ca_file), **settings)
        line = await bot.until_log(*reasons)
        assert "certificate" in line.lower(), line
        assert sum(door.bytes_in for door in passed) == 0, "the bot sent something all the same"
        await bot.stop()


@scenario()
async def a_certificate_from_an_unknown_authority_is_refused(scene):
    authority = Authority(scene.folder / "certificates", "stranger")
    await check_refusal(scene, authority.issue("unknown", "IP:127.0.0.1"), ["issuer", "self-signed", "self signed"])


@scenario()
async def an_expired_certificate_is_refused(scene):
    authority = Authority(scene.folder / "certificates", "late")
    await check_refusal(
        scene, authority.issue("expired", "IP:127.0.0.1", days=-1), ["expired"], authority.certificate
    )


@scenario()
async def a_certificate_for_another_name_is_refused(scene):
    authority = Authority(scene.folder / "certificates", "elsewhere")
    certificate = authority.issue("other", "DNS:matrix.example.org")
    await check_refusal(
        scene, certificate, ["name", "mismatch", "no alternative", "IP address"], authority.certificate
    )
