import Discussion
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct `An archive as a table` {
    /// By the rules of RFC 4180, without forgiveness.
    private func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            let last = rows.count - 1
            switch scalar {
            case "\"" where isQuoted && position < scalars.count && scalars[position] == "\"":
                position += 1
                rows[last][rows[last].count - 1] += "\""
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[last].append("")
            case "\r" where !isQuoted:
                position += 1
                rows.append([""])
            default: rows[last][rows[last].count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows.dropLast()
    }

    @Test func `has a row for each comment`() throws {
        let comments = [
            pageComment("1", "One, \"two\".\nThree.", by: "Ada"), pageComment("1.1", "=4", parent: "1"),
        ]
        var written = Written([(Statement(text: "Text."), comments)])
        written.siteURL = nil
        #expect(
            try written.text(.csv).split(separator: "\r\n") == [
                "\u{FEFF}statement,statement_title,id,label,parent,author,pseudonym,origin,passage,revision,"
                    + "written_at,edited,removed,words,reactions,address",
                "1,,1,1,,Ada,false,page,,,,false,false,\"One, \"\"two\"\".\n\nThree.\",,",
                "1,,1.1,1.1,1,,false,page,,,,false,false,'=4,,",
            ]
        )
    }

    @Test func `has every word, and no formula`() throws {
        let written = try Written(Nasty.archive())
        let rows = rows(try written.text(.csv))
        let comments = try written.comments()
        #expect(rows.count == comments.count + 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let formulas = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)
        for (row, (statement, published)) in zip(rows.dropFirst(), comments) {
            #expect(
                row.allSatisfy { cell in !(cell.unicodeScalars.first.map { formulas.contains($0) } ?? false) }
            )
            let cells = row.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
            #expect(cells[0] == "\(statement)" && cells[2] == published.key)
            #expect(cells[4] == published.parent ?? "")
            #expect(cells[5].scalars == (published.comment.author ?? "").withoutControls.scalars)
            #expect(cells[13].scalars == published.comment.text.withoutControls.scalars)
        }
    }

    @Test(arguments: [
        ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"), ("'=1", "''=1"),
        ("1=1", "1=1"),
        ("\u{0}=1", "'=1"),
    ])
    func `guards against formulas`(words: String, cell: String) throws {
        let rows = rows(try Written([(Statement(text: "Text."), [pageComment("1", words)])]).text(.csv))
        #expect(rows[1][13] == cell)
    }
}
