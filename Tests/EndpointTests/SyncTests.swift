import MatrixTypes
import Testing

@testable import Endpoint

@Suite struct `A sync` {
    @Test func `brings the whole room at first and then only what is new`() throws {
        let here = ReadingRoom()
        try here.say(["one"], as: here.ada)
        let (first, position) = try here.sync(here.bo)
        #expect(first.words == ["one"])
        #expect(first.rooms.first?.timeline.contains { $0.content == .name("Reading room") } == true)
        try here.say(["two", "three"], as: here.ada)
        let second = try here.sync(here.bo, since: position).batch
        #expect(second.words == ["two", "three"])
        #expect(second.rooms.first?.isLimited == false)
        #expect(try here.sync(here.bo, since: second.nextBatch).batch.rooms.isEmpty)
    }

    @Test func `is limited where more is new than it may bring, and says where the gap ends`() throws {
        let here = ReadingRoom(timelineLimit: 3)
        let position = try here.sync(here.bo).position
        try here.say((1...8).map { "\($0)" }, as: here.ada)
        let room = try #require(try here.sync(here.bo, since: position).batch.rooms.first)
        #expect(room.isLimited)
        #expect(room.timeline.compactMap(\.words) == ["6", "7", "8"])
        let gap = try here.history(from: position, to: room.previousBatch, .forwards, limit: 2)
        #expect(gap == [["1", "2"], ["3", "4"], ["5"]])
    }

    @Test func `brings state that fell into the gap`() throws {
        let here = ReadingRoom(timelineLimit: 2)
        let position = try here.sync(here.bo).position
        try here.homeserver.setPowerLevels([here.bo.userID: 50], in: here.room, by: here.ada.userID)
        try here.say(["1", "2", "3"], as: here.bo)
        let room = try #require(try here.sync(here.bo, since: position).batch.rooms.first)
        let levels = room.state.compactMap { event in
            if case .powerLevels(let levels) = event.content { levels.level(of: here.bo.userID) } else { nil }
        }
        #expect(levels == [50])
    }

    @Test func `brings the people and the name to somebody who comes late`() throws {
        let here = ReadingRoom(timelineLimit: 1)
        try here.say(["1", "2"], as: here.ada)
        let room = try #require(try here.sync(here.bo).batch.rooms.first)
        #expect(room.isLimited)
        #expect(room.state.map(\.type).contains("m.room.name"))
        #expect(room.state.filter { $0.type == "m.room.member" }.count == 2)
    }

    @Test func `tells of an invitation, of coming in and of leaving`() throws {
        let here = ReadingRoom()
        let cy = here.homeserver.addPerson("cy", displayName: "Cy")
        try here.say(["before"], as: here.ada)
        var (batch, position) = try here.sync(cy)
        #expect(batch.rooms.isEmpty)

        try here.homeserver.invite(cy.userID, to: here.room, by: here.ada.userID)
        (batch, position) = try here.sync(cy, since: position)
        #expect(batch.rooms.map(\.membership) == [.invite])
        #expect(batch.rooms.first?.state.map(\.sender) == [here.ada.userID])

        try here.homeserver.join(here.room, as: cy.userID)
        (batch, position) = try here.sync(cy, since: position)
        #expect(batch.rooms.map(\.membership) == [.join])
        #expect(batch.words == ["before"])

        try here.say(["still here"], as: here.ada)
        try here.homeserver.leave(here.room, as: cy.userID)
        try here.say(["gone"], as: here.ada)
        (batch, position) = try here.sync(cy, since: position)
        #expect(batch.rooms.map(\.membership) == [.leave])
        #expect(batch.words == ["still here"])
        #expect(try here.sync(cy, since: position).batch.rooms.isEmpty)
        #expect(try here.history(as: cy, from: nil, to: nil, .backwards, limit: 2)[0][0] == "still here")
    }

    @Test func `leaves uninvited people outside`() throws {
        let here = ReadingRoom()
        let cy = here.homeserver.addPerson("cy", displayName: "Cy")
        #expect(throws: StreamMessage.Refusal.self) { try here.homeserver.join(here.room, as: cy.userID) }
        #expect(here.homeserver.joinedRooms(of: cy.userID).isEmpty)
    }
}

@Suite struct `History` {
    @Test(arguments: [
        (EmbeddedHomeserver.Direction.backwards, [["7", "6", "5"], ["4", "3", "2"], ["1"]]),
        (.forwards, [["1", "2", "3"], ["4", "5", "6"], ["7"]]),
    ])
    func `is read in pages, both ways`(direction: EmbeddedHomeserver.Direction, expected: [[String]]) throws {
        let here = ReadingRoom()
        let beginning = try here.sync(here.ada).position
        try here.say((1...7).map { "\($0)" }, as: here.ada)
        let end = try here.sync(here.ada).position
        let (from, to) = direction == .forwards ? (beginning, end) : (end, beginning)
        #expect(try here.history(from: from, to: to, direction, limit: 3) == expected)
    }
}

extension ReadingRoom {
    /// The words of every page from one position to another.
    func history(
        as person: Person? = nil,
        from: String?,
        to: String?,
        _ direction: EmbeddedHomeserver.Direction,
        limit: Int
    ) throws -> [[String]] {
        var pages: [[String]] = []
        var next = from
        repeat {
            let page = try object(
                homeserver.messages(
                    in: room,
                    for: (person ?? ada).userID,
                    from: homeserver.position(next),
                    to: homeserver.position(to),
                    direction,
                    limit: limit
                ).bytes
            )
            let events = page["chunk"] as? [[String: Any]] ?? []
            pages.append(events.compactMap { ($0["content"] as? [String: Any])?["body"] as? String })
            next = page["end"] as? String
        } while next != nil
        return pages
    }
}
