import Foundation
import MatrixTypes
import Testing

@testable import Endpoint

@Suite(
    .enabled(if: Browser.program != nil, "Chromium is not on the path: the page cannot be looked at."),
    .serialized
)
struct `The page in a browser` {
    private static let discussion = #"""
        {"title":"A statement","standfirst":"Of some people.","caption":null,"publisher":"The paper",
        "source_url":"https://example.org/a","paragraphs":[{"index":1,"sentences":[
        {"address":"1.1","text":"First."},{"address":"1.2","text":"Second."}]},{"index":2,"sentences":[
        {"address":"2.1","text":"Third."}]}],"comments":[{"label":"1","parent":null,"author":null,"passage":null,
        "origin":"page","removed":false,"edited":false,"written_at":null,"paragraphs":[{"sentences":[
        {"text":"<b>I</b> disagree."}]}]}]}
        """#

    private func open(
        _ here: ReadingRoom = ReadingRoom(),
        _ body: (ServedRoom, BrowserTab) async throws -> Void
    ) async throws {
        let discussion: PageSettings.Discussion = { after in
            guard after != nil else { return ("1", Array(Self.discussion.utf8)) }
            // As long as a long poll takes; the page is gone before.
            try? await Task.sleep(for: .seconds(25))
            return nil
        }
        try await ServedRoom.run(here, discussion: discussion) { served in
            try await Browser.open(served.addresses.apiURL, with: served.sockets) { tab in
                #expect(
                    try await tab.becomes("document.getElementById('status')?.textContent === 'Connected'")
                )
                #expect(try await tab.becomes("document.querySelectorAll('.sentence').length === 3"))
                try await body(served, tab)
            }
        }
    }

    /// What the bot says, with HTML and what it shows.
    private func botSays(_ html: String, shown: [String], in served: ServedRoom) throws {
        let content: JSONText = .object([
            "msgtype": .string("m.notice"), "body": .string("plain words"),
            "format": .string("org.matrix.custom.html"), "formatted_body": .string(html),
            "io.rapporteur.shown": .list(shown.map(JSONText.string)),
        ])
        try served.here.homeserver.send(
            "m.room.message",
            content: content.bytes,
            transaction: nil,
            to: served.here.room,
            as: served.here.bo.userID
        )
    }

    @Test func `shows what people say as text`() async throws {
        try await open { served, tab in
            let evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
            let cy = served.here.homeserver.addPerson("cy", displayName: "<i>Cy</i>")
            try served.here.homeserver.invite(cy.userID, to: served.here.room, by: served.here.ada.userID)
            try served.here.homeserver.join(served.here.room, as: cy.userID)
            try served.here.homeserver.say(evil, as: cy.userID, in: served.here.room)
            #expect(try await tab.becomes("document.querySelectorAll('.message').length === 1"))
            #expect(try await tab.value(of: "document.querySelector('.message .said').textContent") == evil)
            #expect(
                try await tab.value(of: "document.querySelector('.message .name').textContent") == "<i>Cy</i>"
            )
            #expect(
                try await tab.value(
                    of: "document.querySelectorAll('main img, main script, main i, main b').length"
                ) == "0"
            )
            #expect(try await tab.value(of: "document.title") == "Reading room · Rapporteur")
        }
    }

    @Test func `lets the bot's words have form and nothing else`() async throws {
        try await open { served, tab in
            let html =
                "<p onclick='x()'>safe <script>document.title='owned'</script><img src=x onerror=x()>"
                + "<a href='javascript:x()'>bad</a> <a href='https://example.org/'>good</a></p><svg><title>hidden</title></svg>"
                + "<blockquote>said</blockquote><p>Try <code>!quote 2</code></p><form><u>plain</u></form>"
            try botSays(html, shown: [], in: served)
            #expect(try await tab.becomes("document.querySelectorAll('.message').length === 1"))
            #expect(
                try await tab.value(of: "document.querySelector('.said').innerHTML")
                    == "<p>safe <a>bad</a> <a href=\"https://example.org/\" target=\"_blank\""
                    + " rel=\"noopener noreferrer nofollow\">good</a></p><blockquote>said</blockquote><p>Try "
                    + "<button class=\"command\" type=\"button\"><code>!quote 2</code></button></p>plain"
            )
        }
    }

    @Test func `lights up what is quoted and leaves the focus`() async throws {
        try await open { served, tab in
            try await tab.value(of: "document.getElementById('words').focus()")
            try botSays("<p>quoted</p>", shown: ["1.2-2.1"], in: served)
            #expect(try await tab.becomes("document.querySelectorAll('.shown').length === 2"))
            let shown = "[...document.querySelectorAll('.shown')].map((node) => node.dataset.address)"
            #expect(try await tab.value(of: shown) == "1.2,2.1")
            #expect(try await tab.value(of: "document.activeElement.id") == "words")
            try botSays("<p>quoted</p>", shown: ["#1"], in: served)
            #expect(try await tab.becomes("document.querySelector('#comment-1 .shown') !== null"))
        }
    }

    @Test func `puts a command into the field and sends what is typed`() async throws {
        try await open { served, tab in
            try await tab.value(of: "document.querySelector('.sentence[data-address=\"1.2\"]').click()")
            #expect(try await tab.value(of: "document.getElementById('words').value") == "!quote 1.2")
            try await tab.type(" please")
            #expect(try await tab.becomes("document.querySelectorAll('.message:not(.pending)').length === 1"))
            let event = try #require(served.here.homeserver.timeline(of: served.here.room).last)
            #expect(try object(event.content)["body"] as? String == "!quote 1.2 please")
            #expect(try await tab.value(of: "document.querySelectorAll('.pending').length") == "0")
        }
    }

    @Test func `comes back after a loss and repeats nothing`() async throws {
        try await open { served, tab in
            try served.here.say(["one"], as: served.here.bo)
            #expect(try await tab.becomes("document.querySelectorAll('.message').length === 1"))
            served.here.homeserver.dropConnections()
            #expect(
                try await tab.becomes(
                    "document.getElementById('status').textContent.startsWith('Disconnected')"
                )
            )
            try served.here.say(["two"], as: served.here.bo)
            #expect(try await tab.becomes("document.getElementById('status').textContent === 'Connected'"))
            #expect(try await tab.becomes("document.querySelectorAll('.message').length === 2"))
            let said = "[...document.querySelectorAll('.said')].map((node) => node.textContent)"
            #expect(try await tab.value(of: said) == "one,two")
        }
    }

    @Test func `shows edits and removals`() async throws {
        try await open { served, tab in
            let homeserver = served.here.homeserver
            let message = try homeserver.say("wrong", as: served.here.bo.userID, in: served.here.room)
            let edit = try homeserver.edit(
                message,
                to: "right",
                as: served.here.bo.userID,
                in: served.here.room
            )
            // Somebody else cannot change it.
            try homeserver.edit(message, to: "stolen", as: served.here.ada.userID, in: served.here.room)
            #expect(try await tab.becomes("document.querySelector('.said')?.textContent === 'right'"))
            try homeserver.redact(
                edit,
                reason: nil,
                transaction: nil,
                in: served.here.room,
                as: served.here.bo.userID
            )
            #expect(try await tab.becomes("document.querySelector('.said')?.textContent === 'wrong'"))
            try homeserver.redact(
                message,
                reason: nil,
                transaction: nil,
                in: served.here.room,
                as: served.here.bo.userID
            )
            #expect(
                try await tab.becomes("document.querySelector('.message .gone')?.textContent === 'removed'")
            )
        }
    }
}
