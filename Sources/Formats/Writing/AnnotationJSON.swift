internal import Discussion
internal import Foundation

/// A comment as an annotation.
struct AnnotationJSON: Encodable {
    struct Words: Encodable {
        let type = "TextualBody"
        let value: String
        let format = "text/plain"
    }

    struct Person: Encodable {
        let type = "Person"
        let name: String
        /// The name again, where it is not the one that they have elsewhere.
        let nickname: String?
    }

    enum Target: Encodable {
        /// An annotation, or a whole statement.
        case whole(String)
        case passage(of: String, [SelectorJSON])

        private enum CodingKeys: String, CodingKey {
            case type, source, selector
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .whole(let identifier):
                var container = encoder.singleValueContainer()
                try container.encode(identifier)
            case .passage(let source, let selectors):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("SpecificResource", forKey: .type)
                try container.encode(source, forKey: .source)
                try container.encode(selectors, forKey: .selector)
            }
        }
    }

    let id: String
    let type = "Annotation"
    let motivation: [String]
    let created: String?
    let creator: Person?
    let body: Words?
    let target: [Target]

    init(_ published: PublishedComment, about targets: AnnotationTargets, _ options: ArchiveOptions) {
        let comment = published.comment
        id = options.identifier(of: targets.number, published.key)
        created = comment.writtenAt?.rfc3339
        creator = published.author.map { Person(name: $0, nickname: published.isPseudonym ? $0 : nil) }
        body = comment.isRemoved ? nil : Words(value: published.text)

        let passage = targets.selectors(of: comment).map { selectors in
            Target.passage(of: targets.source, [.quote(selectors.quote), .position(selectors.position)])
        }
        let answered = published.parent.map { Target.whole(options.identifier(of: targets.number, $0)) }
        let both = [passage, answered].compactMap(\.self)
        target = both.isEmpty ? [.whole(targets.source)] : both
        let isComment = passage != nil || answered == nil
        motivation = (isComment ? ["commenting"] : []) + (answered == nil ? [] : ["replying"])
    }
}
