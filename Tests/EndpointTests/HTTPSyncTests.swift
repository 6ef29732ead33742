import MatrixTypes
import Networking
import Testing

@testable import Endpoint

@Suite(.timeLimit(.minutes(1))) struct `Sync over HTTP` {
    @Test func `brings everything at first, then waits for news`() async throws {
        try await ServedRoom.run { served in
            try served.here.say(["one"], as: served.here.ada)
            let first = try await served.sync(as: served.here.bo)
            #expect(first.words == ["one"])
            #expect(first.rooms.first?.timeline.contains { $0.content == .name("Reading room") } == true)

            async let next = served.sync(as: served.here.bo, "since=\(first.nextBatch)&timeout=60000")
            try served.here.say(["two"], as: served.here.ada)
            let batch = try await next
            #expect(batch.words == ["two"])
        }
    }

    @Test func `comes back empty when the time is over`() async throws {
        try await ServedRoom.run { served in
            let first = try await served.sync(as: served.here.bo)
            let next = try await served.sync(as: served.here.bo, "since=\(first.nextBatch)&timeout=20")
            #expect(next.rooms.isEmpty)
            #expect(next.nextBatch == first.nextBatch)
        }
    }

    @Test(arguments: [true, false])
    func `heeds the limit of a filter and leaves a gap that can be filled`(isStored: Bool) async throws {
        try await ServedRoom.run { served in
            let first = try await served.sync(as: served.here.bo)
            try served.here.say((1...8).map { "\($0)" }, as: served.here.ada)
            let text = #"{"room":{"timeline":{"limit":3}}}"#
            let filter = isStored ? try await served.store(text, as: served.here.bo) : encoded(text)
            let query = "since=\(first.nextBatch)&filter=\(filter)"
            let room = try #require(try await served.sync(as: served.here.bo, query).rooms.first)
            #expect(room.isLimited)
            #expect(room.timeline.compactMap(\.words) == ["6", "7", "8"])

            let path =
                "rooms/\(encoded(served.here.room.rawValue))/messages?dir=f&limit=100"
                + "&from=\(first.nextBatch)&to=\(room.previousBatch ?? "")"
            let page = try await served.client(path, as: served.here.bo)
            let events = try object(page.body)["chunk"] as? [[String: Any]] ?? []
            #expect(events.compactMap { ($0["content"] as? [String: Any])?["body"] as? String }.count == 5)
        }
    }

    @Test func `lists only the members who speak, where that is asked for`() async throws {
        let here = ReadingRoom(timelineLimit: 1)
        for number in 1...5 {
            let person = here.homeserver.addPerson("p\(number)", displayName: "P\(number)")
            try here.homeserver.invite(person.userID, to: here.room, by: here.ada.userID)
            try here.homeserver.join(here.room, as: person.userID)
        }
        try here.say(["hello"], as: here.ada)
        try await ServedRoom.run(here) { served in
            let filter = encoded(#"{"room":{"state":{"lazy_load_members":true}}}"#)
            let room = try #require(try await served.sync(as: here.bo, "filter=\(filter)").rooms.first)
            let members = room.state.filter { $0.type == "m.room.member" }
            #expect(Set(members.compactMap(\.stateKey)) == ["@ada:demo", "@bo:demo"])
        }
    }

    @Test func `hides what was said before one came where the room wants it so`() async throws {
        let here = ReadingRoom()
        try here.homeserver.setHistoryVisibility("joined", of: here.room, by: here.ada.userID)
        let cy = here.homeserver.addPerson("cy", displayName: "Cy")
        try here.say(["before"], as: here.ada)
        try here.homeserver.invite(cy.userID, to: here.room, by: here.ada.userID)
        try here.homeserver.join(here.room, as: cy.userID)
        try here.say(["after"], as: here.ada)
        try await ServedRoom.run(here) { served in
            let batch = try await served.sync(as: cy)
            #expect(batch.words == ["after"])
            #expect(batch.rooms.first?.state.contains { $0.type == "m.room.create" } == true)
        }
    }

    @Test(arguments: [
        ("since=s1", "M_UNKNOWN_POS"), ("filter=7", "M_INVALID_PARAM"), ("filter=%7Bno", "M_NOT_JSON"),
    ])
    func `says what is wrong`(query: String, errcode: String) async throws {
        try await ServedRoom.run { served in
            let answer = try await served.client("sync?\(query)", as: served.here.bo)
            #expect(answer.status == 400)
            #expect(try object(answer.body)["errcode"] as? String == errcode)
        }
    }

    @Test func `ends when connections are dropped`() async throws {
        try await ServedRoom.run { served in
            let client = try HTTPClient(caFile: nil)
            let first = try await served.sync(as: served.here.bo)
            let request = served.request("sync?timeout=60000&since=\(first.nextBatch)", as: served.here.bo)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: HTTPError.self) { try await client.response(to: request) }
                }
                try await until(served.here.homeserver.hasConnections)
                served.here.homeserver.dropConnections()
            }
            await client.shutdown()
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Disturbed calls` {
    @Test func `meet another answer, once`() async throws {
        try await ServedRoom.run { served in
            let page = CallFault.answer(status: 502, headers: ["Retry-After": "3"], body: "<html>Bad gateway")
            served.here.homeserver.disturbCalls(1, to: "sync", with: page)
            let answer = try await served.client("sync", as: served.here.bo)
            #expect(answer.status == 502)
            #expect(answer.headers["retry-after"] == "3")
            #expect(answer.body == Array("<html>Bad gateway".utf8))
            #expect(try await served.client("sync", as: served.here.bo).status == 200)
        }
    }

    @Test func `break off`() async throws {
        try await ServedRoom.run { served in
            let client = try HTTPClient(caFile: nil)
            served.here.homeserver.disturbCalls(2, to: "sync", with: .cut(afterBytes: 40))
            await #expect(throws: HTTPError.self) {
                try await client.response(to: served.request("sync", as: served.here.bo))
            }
            await client.shutdown()
        }
    }

    @Test func `wait until they are released`() async throws {
        try await ServedRoom.run { served in
            served.here.homeserver.disturbCalls(1, to: "send", with: .held)
            let path = "rooms/\(encoded(served.here.room.rawValue))/send/t/1"
            async let sent = served.client(path, method: "PUT", as: served.here.bo, body: "{}")
            try await until(served.here.homeserver.heldCallCount > 0)
            #expect(served.here.homeserver.timeline(of: served.here.room).last?.type != "t")
            served.here.homeserver.releaseCalls()
            let answer = try await sent
            #expect(answer.status == 200)
        }
    }

    @Test func `find no news while it is held back, on either transport`() async throws {
        try await ServedRoom.run { served in
            let here = served.here
            let first = try await served.sync(as: here.bo)
            here.homeserver.holdNews(true)
            try here.say(["held"], as: here.ada)
            let query = "since=\(first.nextBatch)&timeout=10"
            #expect(try await served.sync(as: here.bo, query).words.isEmpty)
            here.homeserver.holdNews(false)
            #expect(try await served.sync(as: here.bo, query).words == ["held"])
        }
    }
}
