internal import Foundation

/// A collection of annotations, before its `first` page.
struct AnnotationCollectionJSON: Encodable {
    struct Software: Encodable {
        let type = "Software"
        let name: String
    }

    let context = "http://www.w3.org/ns/anno.jsonld"
    let id: String
    let type = "AnnotationCollection"
    let label: String
    let total: Int
    let generator: Software
    let generated: String?

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, label, total, generator, generated
    }

    init(_ options: ArchiveOptions, total: Int) {
        id = options.tag("annotations")
        label = options.title
        self.total = total
        generator = Software(name: options.generator)
        generated = options.writtenAt.rfc3339
    }
}

/// The only page of a collection, before its `items`.
struct AnnotationPageJSON: Encodable {
    let id: String
    let type = "AnnotationPage"
    let startIndex = 0

    init(_ options: ArchiveOptions) {
        id = options.tag("annotations/1")
    }
}
