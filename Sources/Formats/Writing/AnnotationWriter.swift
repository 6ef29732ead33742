internal import Discussion
internal import Foundation

/// A W3C annotation collection with all comments on its first page, what is answered before what answers it.
///
/// A comment about a passage is beside its words, as long as it was written about the text that the statement has now;
/// one that answers another is about that one; and any other is about the statement. A comment whose words were removed
/// is an annotation without a body, which its answers still name.
struct AnnotationWriter: ArchiveWriter {
    let archive: any PublishedArchive
    let options: ArchiveOptions

    func write(to sink: (String) throws -> Void) throws {
        let encoder = JSONEncoder.house()
        func text(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }

        let statements = try archive.statements()
        let total = statements.reduce(0) { $0 + $1.places }
        let collection = AnnotationCollectionJSON(options, total: total)
        let page = AnnotationPageJSON(options)
        try sink(text(collection).dropLast() + ",\"first\":" + text(page).dropLast() + ",\"items\":[")
        var separator = "\n"
        for statement in statements {
            let targets = AnnotationTargets(statement, options)
            try archive.forEachComment(on: statement.number, in: .made) { comment in
                try sink(separator + text(AnnotationJSON(comment, about: targets, options)))
                separator = ",\n"
            }
        }
        try sink("\n]}}\n")
    }
}
