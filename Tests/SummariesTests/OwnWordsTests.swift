import Discussion
import Summaries
import Testing

@Suite struct `Words of others` {
    private func chosen(_ text: String) -> [String] {
        summary(of: comments([text])).sentences.map(\.text)
    }

    private let own = "The wall would cost more than all the boats."

    @Test(arguments: [
        "> The harbour needs a new wall before the winter.",
        "&gt; The harbour needs a new wall before the winter.",
        "ada> The harbour needs a new wall before the winter.",
        "From: Ada\nSubject: The harbour needs a wall\n> We need it soon.",
        "On Tue, 28 Oct 2002, Ada <ada@example.org> wrote:\n> The harbour needs a new wall.",
        "On Tue, 28 Oct 2002, Ada <ada@example.org>\nwrote:\n> The harbour needs a new wall.",
        "Am 3. März 2020 schrieb Ada Lovelace:\n> The harbour needs a new wall.",
        "Le 3 mars 2020, Ada a écrit :\n> The harbour needs a new wall.",
        "El 3 de marzo de 2020, Ada escribió:\n> The harbour needs a new wall.",
        "```\nlet harbour = Harbour(walls: 2)\nThe harbour needs a new wall.\n```",
        "| The harbour | needs | a new wall |\n|---|---|---|",
        "[10:02:11] The harbour needs a new wall before the winter.",
        "2024-01-02 10:00:00 ERROR The harbour needs a new wall.",
        "at org.harbour.Wall.build(Wall.java:12)",
        "https://example.org/the-harbour-needs-a-new-wall",
    ])
    func `are not the commenter's, what stands below them is`(quoted: String) {
        #expect(chosen("\(quoted)\n\(own)") == [own])
    }

    @Test(arguments: [
        "--\nAda of the Harbour, who likes long signatures.",
        "Best regards,\nAda\nHead of the harbour office of the town",
        "Viele Grüße\nAda\nHead of the harbour office of the town",
        "Sent from my telephone at the harbour",
        "-----Original Message-----\nFrom: Bob\nThe harbour needs a new wall.",
        "From: Bob\nSent: Monday\nThe harbour needs a new wall.",
        "On Tue, 28 Oct 2002, Ada <ada@example.org> wrote:\nThe harbour needs a new wall.",
    ])
    func `begin where the commenter signs or passes a mail on`(below: String) {
        #expect(chosen("\(own)\n\(below)") == [own])
    }

    @Test(arguments: [
        "Thanks.\nThe harbour needs a new wall. The town should pay for that wall.",
        "We need the following:\nThe harbour must have a new wall before winter.",
        "---\nThe harbour needs a new wall. The town should pay for the wall.",
        "```\nThe harbour needs a new wall before the winter storms.",
        "The harbour is 5\" too narrow for boats. The town should dig it out.",
    ])
    func `are not seen where there are none`(text: String) {
        #expect(!chosen(text).isEmpty)
    }

    @Test(arguments: [
        "The mayor says: “The harbour is lost for ever, and nobody will come to save it.”",
        "„Der Hafen ist für immer verloren, und niemand wird ihn retten.“",
        "« Le port est perdu pour toujours et personne ne va le sauver. »",
    ])
    func `are not quoted as the commenter's`(text: String) {
        #expect(chosen(text) == [])
    }

    @Test func `may stand within a sentence of the commenter's own`() {
        let text = "You are right to say that “the harbour is lost for ever” in this place."
        #expect(chosen(text) == [text])
    }

    @Test func `are those of a comment that is left out`() {
        let rows = comments(["The harbour is a den of thieves and liars.", own])
        let reply = comments([("3", "1", nil, "The harbour is a den of thieves and liars. \(own) Really.")])
        let summary = Summarizer(maximumWords: 100)
            .summary(of: rows + reply, about: nil, leavingOut: [rows[0].label: .hidden])
        #expect(summary.sentences.map(\.text) == [own])
    }

    @Test func `are lines that a mail program cuts in two`() {
        let mail = """
            It seems that the harbour of the town would need
            a new wall before the winter comes to it.
            The town should pay for the wall.
            """
        #expect(chosen(mail) == ["The town should pay for the wall."])
    }
}
