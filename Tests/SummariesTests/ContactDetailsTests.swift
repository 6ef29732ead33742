import Summaries
import Testing

@Suite struct `Contact details` {
    @Test(arguments: [
        "Write to ada@example.org if you want to help the harbour.",
        "Write to ada [at] example [dot] org if you want to help.",
        "Write to ada (at) example.org if you want to help us.",
        "Write to ada AT example DOT org if you want to help us.",
        "Call the harbour office on +44 20 7946 0958 before you come.",
        "Call the harbour office on (020) 7946-0958 before you come.",
        "Call the harbour office on 555-123-4567 before you come here.",
        "The office of the harbour has the telephone (215} 204 2247 all day.",
        "Unser Hafenbüro hat die Nummer 030/1234567 für alle Fragen.",
        "Le bureau du port répond au 01 42 68 53 00 tous les jours.",
        "La oficina del puerto responde al 612 34 56 78 cada día.",
        "The harbour office can be reached by mobile 9876543210 all day.",
        "Позвоните в порт по номеру 8 (495) 123-45-67 до вечера.",
        "اتصل بمكتب الميناء على الرقم ٠٢٠٧٩٤٦٠٩٥٨ قبل أن تأتي.",
        "The harbour office moved to 12 Long Street in the winter.",
        "Das Hafenbüro ist jetzt in der Hauptstraße 5 zu finden.",
        "Das Hafenbüro ist jetzt in der Langen Straße 5a zu finden.",
        "Le bureau du port se trouve au 12 rue de la Paix depuis hier.",
        "La oficina del puerto está en la Calle Mayor, 12 desde ayer.",
        "The harbour office is at Gloucester GL3 2PU since the last winter.",
        "Send your money to DE89 3704 0044 0532 0130 00 for the harbour.",
    ])
    func `are found`(text: String) {
        let summary = summary(of: comments([text]))
        #expect(summary.sentences == [])
        #expect(summary.counts.withheldSentences == 1)
    }

    @Test(arguments: [
        "In 2014 the harbour had 1,200 boats at 3.5 metres of water.",
        "Ask @ada about the harbour before the winter storms arrive.",
        "Ask @ada:example.org about the harbour before the winter storms.",
        "The war of 1914-1918 destroyed the harbour and the town around it.",
        "The meeting about the harbour was on 2003-10-28 in the evening.",
        "The meeting about the harbour was on 28.10.2003 in the evening.",
        "The book about the harbour has the ISBN 978-3-16-148410-0 in print.",
        "The harbour cost 100 000 000 euros before anybody noticed it.",
        "The harbour cost 12.000.000 euros before anybody noticed it.",
        "Version 10.15.7.1234 of the program draws the harbour well.",
        "The machine in the harbour has the address 192.168.100.200 inside.",
        "The level of the water rose by 0.1234567 metres in the harbour.",
        "About 1234567 people have seen the harbour in the last years.",
        "We meet at (or near) the harbour and at the town hall.",
        "There were 3 avenues to the harbour that the town closed.",
        "A harbour with 20 boats AT night is a lovely place to be.",
    ])
    func `are no other numbers and names`(text: String) {
        #expect(summary(of: comments([text])).sentences.map(\.text) == [text])
    }

    @Test func `are looked for in time in proportion to the text`() {
        for piece in ["1", "1 ", "(1", "+1-", "a@", "at [at] ", "DE89 3704 ", "1 A "] {
            let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
            let clock = ContinuousClock()
            let time = clock.measure { _ = summary(of: comments([text])) }
            #expect(time < .seconds(20), "\(piece)")
        }
    }
}
