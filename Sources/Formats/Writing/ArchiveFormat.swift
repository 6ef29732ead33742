package import Discussion
package import struct Foundation.Data

/// A kind of file that holds a whole archive.
///
/// Every file holds the same comments; each is one file, in UTF-8. Words stay what they are: what looks like markup,
/// a link or a formula is written so that programs show it and do nothing else with it.
package enum ArchiveFormat: String, CaseIterable, Sendable {
    /// JSON Lines, complete: all that is known of every comment, to be imported again.
    case jsonl
    /// WordPress eXtended RSS 1.2, for WordPress's importer.
    case wxr
    /// A feed with RFC 4685's threads.
    case atom
    /// W3C Web Annotations: comments beside the words that they are about.
    case annotations
    /// For people, and for pandoc.
    case markdown
    /// RFC 4180, for spreadsheets. A cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab, a line
    /// break or an apostrophe has one apostrophe before it, so that no spreadsheet takes it for a formula: take one away.
    case csv

    /// Without its dot.
    package var fileExtension: String {
        switch self {
        case .jsonl: "jsonl"
        case .wxr: "xml"
        case .atom: "atom"
        case .annotations: "jsonld"
        case .markdown: "md"
        case .csv: "csv"
        }
    }

    /// As a folder of all formats names it.
    package var fileName: String { (self == .annotations ? "annotations." : "archive.") + fileExtension }

    package var mediaType: String {
        switch self {
        case .jsonl: "application/x-ndjson"
        case .wxr: "application/xml"
        case .atom: "application/atom+xml"
        case .annotations: #"application/ld+json; profile="http://www.w3.org/ns/anno.jsonld""#
        case .markdown: "text/markdown; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        }
    }

    /// What it is for, in one sentence.
    package var summary: String {
        switch self {
        case .jsonl: "JSON Lines with all that is known of each comment, to be imported again."
        case .wxr: "An export of WordPress (WXR 1.2), for WordPress's own importer."
        case .atom: "A feed of statements and comments (Atom), which says what answers what."
        case .annotations: "Comments beside the words that they are about (W3C Web Annotations)."
        case .markdown: "A text to read or to print, for which pandoc makes any other format."
        case .csv: "A table with a row for each comment, for spreadsheets."
        }
    }

    /// Writes the whole archive.
    ///
    /// Takes as little memory for many comments as for few: they are asked for by the hundred, and handed on.
    ///
    /// - Parameter sink: Called with one piece of the file after another; none is empty.
    /// - Throws: What `archive` or `sink` throws, at once; what was written until then is not a whole file.
    package func write(
        _ archive: any PublishedArchive,
        options: ArchiveOptions,
        to sink: (Data) throws -> Void
    ) throws {
        var piece = Data()
        try writer.init(archive: archive, options: options).write { text in
            piece.append(contentsOf: text.utf8)
            guard piece.count >= Self.bytesOfPiece else { return }
            try sink(piece)
            piece.removeAll(keepingCapacity: true)
        }
        if !piece.isEmpty { try sink(piece) }
    }

    private static let bytesOfPiece = 65_536

    private var writer: any ArchiveWriter.Type {
        switch self {
        case .jsonl: JSONLinesWriter.self
        case .wxr: WordPressWriter.self
        case .atom: AtomWriter.self
        case .annotations: AnnotationWriter.self
        case .markdown: MarkdownWriter.self
        case .csv: TableWriter.self
        }
    }
}
