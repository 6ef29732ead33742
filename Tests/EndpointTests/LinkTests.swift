import Foundation
import Networking
import Testing

/// Opens the links of quotations in a real browser, and looks at what it marks.
@Suite(
    .enabled(if: Browser.program != nil, "Chromium is not on the path: no link can be opened."),
    .serialized
)
struct `Links to a passage in a browser` {
    @Test func `mark exactly what is quoted from the seed`() async throws {
        let page = try QuotedPage.seed()
        let wrong = try await wrong(on: page)
        #expect(wrong == [])
        #expect(page.passages.count == 46)
        #expect(page.bareAddresses == [])
    }

    @Test func `mark exactly what is quoted from an odd page`() async throws {
        let page = try QuotedPage.odd()
        let wrong = try await wrong(on: page)
        #expect(wrong == [])
        #expect(page.passages.count == 170)
        // Nothing that a link can say tells these from the same words before them; and nothing finds words with a mark of
        // direction behind them.
        #expect(page.bareAddresses == ["4", "40", "1.38-3.1", "41-42", "75.2"])
    }

    /// The links that show something else than exactly their words.
    private func wrong(on page: QuotedPage) async throws -> [String] {
        var wrong: [String] = []
        let sockets = try WebSocketService()
        try await PageHost.serve(page.html) { address in
            try await Browser.open(address, with: sockets) { tab in
                let look = try await Look(at: page, on: address, in: tab)
                for (number, passage) in page.passages.enumerated() {
                    if try await !look.marks(passage, number) {
                        wrong.append("\(passage.address) \(passage.words)")
                    }
                }
            }
        }
        await sockets.shutdown()
        return wrong
    }
}

extension `Links to a passage in a browser` {
    /// A page as it looks without links, and with each of its passages marked by hand.
    private struct Look {
        let tab: BrowserTab
        let address: String
        let height: Int
        let unmarked: Data
        let marked: [Data]

        private static let width = 700

        init(at page: QuotedPage, on address: String, in tab: BrowserTab) async throws {
            self.tab = tab
            self.address = address
            try await tab.resize(width: Self.width, height: 100)
            try await tab.go(to: address)
            height = try #require(Int(try await tab.value(of: "document.documentElement.scrollHeight")))
            try await tab.resize(width: Self.width, height: height)
            unmarked = try await tab.wholePicture(width: Self.width, height: height)
            try await tab.value(of: "(() => { \(QuotedPage.script) })()")
            var marked: [Data] = []
            for passage in page.passages {
                try await tab.value(of: "mark(\(passage.start), \(passage.end))")
                marked.append(try await tab.wholePicture(width: Self.width, height: height))
            }
            self.marked = marked
        }

        /// Whether the link of a passage shows what marking it by hand does; without a fragment, nothing.
        func marks(_ passage: QuotedPage.Passage, _ number: Int) async throws -> Bool {
            guard marked[number] != unmarked, let fragment = passage.fragment else { return false }
            // Another address each time: no page is shown twice.
            try await tab.go(to: "\(address)?\(number)\(fragment)")
            let wanted = fragment.isEmpty ? unmarked : marked[number]
            for _ in 0..<3 {
                if try await tab.wholePicture(width: Self.width, height: height) == wanted { return true }
                try await tab.redraw()
            }
            return false
        }
    }
}
