#!/usr/bin/env python3
"""A bare bot on matrix-nio, as its documentation shows one: what ours is compared with.

peer.py HOMESERVER USER_ID TOKEN
"""

import asyncio
import sys

import nio


async def main(homeserver, user_id, token):
    client = nio.AsyncClient(homeserver, user_id)
    client.restore_login(user_id, "PEER", token)

    async def answer(room, event):
        if event.sender != user_id and event.body.startswith("!quote"):
            content = {
                "msgtype": "m.notice",
                "body": "> Russian imperialism is not a ‘lesser evil’ in this conflict.",
                "m.relates_to": {"m.in_reply_to": {"event_id": event.event_id}},
            }
            await client.room_send(room.room_id, "m.room.message", content)

    await client.sync(timeout=0)
    client.add_event_callback(answer, nio.RoomMessageText)
    print("The peer listens.", flush=True)
    await client.sync_forever(timeout=30_000)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
