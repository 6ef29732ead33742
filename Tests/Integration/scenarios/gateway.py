"""What the gateway costs: time on the way, and memory for many clients."""

import asyncio
import json
import statistics
import time
import urllib.parse

from support.scenario import scenario

PATH = "/_matrix/client/unstable/stream"


async def connect(scene, person, since):
    """A client of the stream that is not ours: aiohttp's."""
    return await scene.synapse.http.ws_connect(
        f"{scene.gateway.url}{PATH}?since={urllib.parse.quote(since)}",
        protocols=["m.json"],
        headers={"Authorization": f"Bearer {person.account.token}"},
        max_msg_size=0,
    )


async def position(person):
    small = json.dumps({"room": {"rooms": []}})
    return (await person.call("GET", "/sync", filter=small, timeout="0"))["next_batch"]


@scenario(only="the gateway", because="it is what is measured")
async def a_message_over_the_gateway_comes_hardly_later_than_over_sync(scene):
    room = await scene.room_with()
    since = await position(scene.ben)
    arrived = {"sync": {}, "stream": {}}
    connection = await connect(scene, scene.ben, since)

    def note(way, answer):
        for event in answer.get("rooms", {}).get("join", {}).get(room.id, {}).get("timeline", {}).get("events", []):
            arrived[way].setdefault(event["event_id"], time.perf_counter())

    async def follow_sync():
        place = since
        while True:
            answer = await scene.ben.call("GET", "/sync", since=place, timeout="10000")
            note("sync", answer)
            place = answer["next_batch"]

    async def follow_stream():
        async for message in connection:
            note("stream", json.loads(message.data))

    followers = [asyncio.create_task(follow()) for follow in (follow_sync, follow_stream)]
    events = []
    for number in range(40):
        events.append(await scene.ada.say(room, f"message {number}"))
        await asyncio.sleep(0.05)
    await asyncio.sleep(1)
    for follower in followers:
        follower.cancel()
    await asyncio.gather(*followers, return_exceptions=True)
    await connection.close()
    assert all(event in arrived["stream"] for event in events), "messages did not arrive over the gateway"
    added = [
        1000 * (arrived["stream"][event] - arrived["sync"][event]) for event in events if event in arrived["sync"]
    ]
    scene.figures.note_times("the gateway", "added to a message's way", added)
    assert statistics.median(added) < 100, f"the gateway adds {statistics.median(added):.0f} ms"


@scenario(only="the gateway", because="it is what is measured", seconds=120)
async def a_hundred_clients_at_once_are_served_and_cost_little(scene):
    room = await scene.room_with()
    since = await position(scene.ben)
    before = scene.gateway.memory
    connections = []
    try:
        for _ in range(10):
            connections += await asyncio.gather(*(connect(scene, scene.ben, since) for _ in range(10)))
        for connection in connections:
            await asyncio.wait_for(connection.receive(), 20)  # the answer for `since`, even if it is empty
        event = await scene.ada.say(room, "to all of you")
        for connection in connections:
            await asyncio.wait_for(until_heard(connection, event), 30)
        after = scene.gateway.memory
    finally:
        await asyncio.gather(*(connection.close() for connection in connections))
    scene.figures.note("the gateway", "gateway, MB with 1 client", round(before, 1))
    scene.figures.note("the gateway", "gateway, MB with 100 clients more", round(after, 1))
    assert after - before < 100, f"100 clients cost {after - before:.0f} MB"


async def until_heard(connection, event):
    while event not in (await connection.receive()).data:
        pass


@scenario(only="the gateway", because="it is about the gateway")
async def a_token_that_is_no_good_is_refused_before_the_upgrade(scene):
    headers = {"Authorization": "Bearer syt_wrong", "Upgrade": "websocket", "Connection": "Upgrade"}
    headers |= {
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": "m.json",
    }
    url = scene.gateway.url.replace("ws://", "http://") + PATH
    async with scene.synapse.http.get(url, headers=headers) as response:
        assert response.status == 401, response.status
        assert (await response.json(content_type=None))["errcode"] == "M_UNKNOWN_TOKEN"
