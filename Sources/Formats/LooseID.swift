/// An id that is a string or a whole number.
struct LooseID: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            text = try container.decode(String.self)
        } catch DecodingError.typeMismatch {
            text = "\(try container.decode(Int.self))"
        }
    }
}
