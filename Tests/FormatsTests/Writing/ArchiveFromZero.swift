import Discussion
import Foundation
import TestSupport

/// An archive whose first statement only stands for rooms that follow none: it has the number 0, the next 1.
struct ArchiveFromZero: PublishedArchive {
    let archive: ArchiveInMemory

    func statements() -> [PublishedStatement] {
        archive.statements().map { published in
            PublishedStatement(
                number: published.number - 1,
                statement: published.statement,
                pageComments: published.pageComments,
                chatComments: published.chatComments,
                tombstones: published.tombstones,
                people: published.people,
                deepest: published.deepest,
                firstAt: published.firstAt,
                lastAt: published.lastAt
            )
        }
    }

    func comments(on statement: Int, in order: PublishedOrder, from: Int, limit: Int) -> [PublishedComment] {
        archive.comments(on: statement + 1, in: order, from: from, limit: limit)
    }

    func comment(_ key: String, on statement: Int) -> PublishedComment? {
        archive.comment(key, on: statement + 1)
    }

    func comments(on statement: Int, aboutParagraph paragraph: Int, limit: Int) -> [PublishedComment] {
        archive.comments(on: statement + 1, aboutParagraph: paragraph, limit: limit)
    }

    func counts(on statement: Int) -> [Int: Int] { archive.counts(on: statement + 1) }

    func days(of statement: Int) -> [PublishedDay] { archive.days(of: statement + 1) }

    func chat(on statement: Int, day: String, from: Int, limit: Int) -> [PublishedComment] {
        archive.chat(on: statement + 1, day: day, from: from, limit: limit)
    }

    func words(on statement: Int, from word: String, limit: Int) -> [PublishedWord] {
        archive.words(on: statement + 1, from: word, limit: limit)
    }
}
