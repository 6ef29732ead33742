internal import ArchiveSite
internal import ArgumentParser
internal import BotCore
internal import BotStore
internal import Discussion
internal import Formats
internal import Foundation
internal import Networking

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the archive as web pages or as a file; the bot may be running.",
        discussion: """
            Only what may be published is written: what stood below the statements when they were imported, and of the chat \
            what !publish, !approve and !hide allow. Nothing half-written stands under the name: the new export takes the \
            place of the one before in one step, and what that had is gone with it.

            Formats:
            \(ExportFormat.list)
            """
    )

    @Argument(help: "The folder, for html; for all else the file.") var path: String
    @Option(help: "One of the formats below.") var format = ExportFormat.html
    @OptionGroup var options: DataOptions
    @Option(help: "What the archive is called.") var title: String?
    @Option(help: "Where its pages are on the web: https://example.org/archive/") var address: String?
    @Option(help: "The language of most of what was said, such as en or pt-BR.") var language: String?

    func run() async throws {
        let place = try options.place()
        let settings = try SiteOptions(place.settings, title: title, address: address, language: language)
        try await place.use { store in
            let bar = ProgressBar()
            let lines = try await bar.drawing {
                bar.set(Progress(phase: "Copying what may be published", unit: "comments"))
                return try await export(try await store.publishedCopy(), of: store, settings, bar)
            }
            for line in lines { Output.line(line) }
        }
    }

    private func export(
        _ copy: PublishedCopy,
        of store: Store,
        _ settings: SiteOptions,
        _ bar: ProgressBar
    ) async throws -> [String] {
        let destination = try ExportPlace(path, isFolder: format == .html)
        do {
            let size =
                switch format {
                case .html: try pages(of: copy, settings, to: destination, bar)
                case .ledger: try await ledger(of: copy, in: store, to: destination)
                default: try file(of: copy, settings, to: destination, bar)
                }
            try destination.finish()
            return [size] + (try contents(of: copy))
        } catch {
            // What went wrong is worth more than that its beginnings could not be removed.
            try? destination.discard()
            throw error
        }
    }

    private func pages(
        of copy: PublishedCopy,
        _ settings: SiteOptions,
        to destination: ExportPlace,
        _ bar: ProgressBar
    ) throws -> String {
        bar.set(Progress(phase: "Summarising", unit: "statements"))
        let site = try settings.site(
            of: copy,
            hasPageForEachComment: SiteOptions.hasPageForEachComment(of: copy)
        )
        var (count, bytes) = (0, 0)
        try site.forEachPath { path in
            guard let page = try site.page(at: path) else { return }
            try destination.write(Data(page.bytes), to: path)
            count += 1
            bytes += page.bytes.count
            bar.set(Progress(phase: "Writing", done: count, unit: "files"))
        }
        return "\(path): \(count.of("file")), \(bytes.bytes). Open \(path)/index.html in a browser."
    }

    private func file(
        of copy: PublishedCopy,
        _ settings: SiteOptions,
        to destination: ExportPlace,
        _ bar: ProgressBar
    ) throws -> String {
        guard let kind = format.file else { throw ValidationError("\(format.rawValue) is no file.") }
        let file = try destination.file()
        try kind.write(copy, options: settings.archiveOptions(for: copy)) { piece in
            try file.write(piece)
            bar.set(Progress(phase: "Writing", done: file.size, unit: "MB"))
        }
        return "\(path): \(try file.finish().bytes). \(kind.summary)"
    }

    private func ledger(of copy: PublishedCopy, in store: Store, to destination: ExportPlace) async throws
        -> String
    {
        let now = BotHouse.clock.now()
        let added = try await store.appendToLedger(copy, at: now)
        let file = try destination.file()
        try await store.writeLedger(copy, at: now) { line in try file.write(Data((line + "\n").utf8)) }
        return "\(path): \(try file.finish().bytes), with \(added.of("new entry", "new entries"))."
    }

    private func contents(of copy: PublishedCopy) throws -> [String] {
        let statements = try copy.statements()
        let page = statements.reduce(0) { $0 + $1.pageComments }
        let chat = statements.reduce(0) { $0 + $1.chatComments }
        let text = statements.count { $0.number > 0 }
        let hint =
            chat > 0
            ? [] : ["Nothing that was said in a chat may be published: type !publish in the room to see why."]
        return [
            "\(text.of("statement")), \(page.of("comment")) from pages, \(chat.grouped) from the chat."
        ] + hint
    }
}

extension Int {
    /// `312 bytes`, `48 kB`, `12.3 MB`.
    fileprivate var bytes: String {
        switch self {
        case ..<1_000: of("byte")
        case ..<1_000_000: "\(self / 1_000) kB"
        default: "\(megabytes) MB"
        }
    }
}
