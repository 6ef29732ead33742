internal import Foundation

/// A post or page, as the REST API has it.
struct WordPressPost: Decodable, Sendable {
    /// The fields to ask for.
    static let fields = "id,status,link,title,content"

    /// HTML as it would be shown.
    struct Rendered: Decodable, Sendable {
        let rendered: String
        /// Whether a password stands before it; the text is empty then.
        let protected: Bool?
    }

    let id: Int
    let status: String?
    let link: String?
    let title: Rendered?
    let content: Rendered?

    /// nil for JSON of something else, such as a category.
    init?(_ json: ArraySlice<UInt8>) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json))
        } catch {
            return nil
        }
        guard title != nil || content != nil else { return nil }
    }
}
