import Foundation
import PluginAPI
import PluginTesting
import Testing

@Suite struct `A scheduled digest` {
    @Test func `goes on from its own last, however late`() async throws {
        let room = try chatRoom()
        try await room.schedule("daily 18:00 summary chat since last")
        try await room.hears(walls, at: hour)
        try await room.hears(boats, at: 5 * hour + 55 * minute)
        let first = try await room.run(until: 7 * hour)
        #expect(first.count == 1 && first[0].contains(walls) && !first[0].contains(boats))
        // Somebody's own summary does not move it.
        #expect(try await room.answer("!summary chat", at: 8 * hour).contains(boats))
        try await room.hears(ferry, at: 9 * hour)
        let second = try await room.run(until: 31 * hour)
        #expect(second.count == 1)
        #expect(second[0].hasPrefix("Since the last summary, Friday 25 February 2022, 18:00:\n"))
        #expect(second[0].contains(boats) && second[0].contains(ferry) && !second[0].contains(walls))
    }

    @Test(arguments: [
        ("silent", []), ("line", ["Nothing was said since Friday 25 February 2022, 00:00."]),
    ])
    func `says nothing new, or nothing`(setting: String, expected: [String]) async throws {
        let room = try chatRoom(["when_nothing_new": setting])
        try await room.schedule("daily 18:00 summary today")
        #expect(try await room.run(until: 7 * hour) == expected)
        #expect(
            try await room.answer("!summary today", at: 8 * hour)
                == "Nothing was said since Friday 25 February 2022, 00:00 (UTC).",
            "whoever asks is answered"
        )
    }

    @Test(arguments: [
        ("daily 0:00 summary today", 12.0, "Friday 25 February 2022, 00:00"),
        ("daily 18:00 summary since 18:00", 6.0, "Thursday 24 February 2022, 18:00"),
        ("weekly friday 18:00 summary since friday", 6.0, "Friday 18 February 2022, 00:00"),
    ])
    func `looks back from its own hour`(schedule: String, hours: Double, start: String) async throws {
        let room = try chatRoom()
        try await room.schedule(schedule)
        try await room.hears(walls, at: hour)
        let digest = try await room.run(until: hours * hour)
        #expect(digest.count == 1 && digest[0].hasPrefix("Since \(start):\n\n> \(walls)"))
    }
}

@Suite struct `A digest that is edited as the day goes on` {
    @Test func `is one message a day, which says all of the day`() async throws {
        let room = try chatRoom(["edit_digest": "true"])
        try await room.schedule("hourly summary chat since last")
        try await room.hears(walls, at: 10 * minute)
        #expect(try await room.run(until: hour).count == 1)
        let digest = try #require(await room.lastAnswer)
        try await room.hears(boats, at: 1.5 * hour, as: "@bob:demo")
        #expect(try await room.run(until: 2 * hour) == [], "it is edited")
        let edited = try #require(await room.message(digest)).plainText
        #expect(edited.contains(walls) && edited.contains(boats))
        // The next day begins with what the day before did not say.
        try await room.hears(ferry, at: 11 * hour + 55 * minute)
        let tomorrow = try await room.run(until: 13 * hour)
        #expect(tomorrow.count == 1)
        #expect(tomorrow[0].contains(ferry) && !tomorrow[0].contains(walls) && !tomorrow[0].contains(boats))
        let last = try #require(await room.message(digest)).plainText
        #expect(last.contains(walls) && last.contains(boats) && !last.contains(ferry))
    }

    @Test func `begins with the line that nothing was said, where it is to say that`() async throws {
        let room = try chatRoom(["edit_digest": "true", "when_nothing_new": "line"])
        try await room.schedule("hourly summary chat today")
        #expect(
            try await room.run(until: 3 * hour) == ["Nothing was said since Friday 25 February 2022, 00:00."]
        )
        let digest = try #require(await room.lastAnswer)
        try await room.hears(walls, at: 3.1 * hour)
        #expect(try await room.run(until: 4 * hour) == [])
        #expect(try #require(await room.message(digest)).plainText.contains(walls))
    }

    @Test func `loses the words that are taken back`() async throws {
        let room = try chatRoom(["edit_digest": "true"])
        try await room.schedule("hourly summary chat today")
        let said = try await room.hears(walls, at: 10 * minute)
        try await room.run(until: hour)
        let digest = try #require(await room.lastAnswer)
        try await room.redact(said, at: noon.addingTimeInterval(1.1 * hour))
        #expect(try await room.run(until: 2 * hour) == [])
        #expect(try #require(await room.message(digest)).plainText.contains(walls) == false)
    }

    @Test func `stays away for the day when somebody has taken it back`() async throws {
        let room = try chatRoom(["edit_digest": "true"])
        try await room.schedule("hourly summary chat today")
        try await room.hears(walls, at: 10 * minute)
        try await room.run(until: hour)
        let digest = try #require(await room.lastAnswer)
        let before = try #require(await room.message(digest))
        try await room.redact(digest, as: "@mod:demo", at: noon.addingTimeInterval(1.1 * hour))
        try await room.hears(boats, at: 1.2 * hour)
        #expect(try await room.run(until: 11 * hour) == [])
        #expect(await room.message(digest) == before)
        try await room.hears(ferry, at: 12.5 * hour)
        #expect(try await room.run(until: 13 * hour).count == 1)
    }
}
