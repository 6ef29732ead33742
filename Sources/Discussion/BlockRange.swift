/// A passage in a list of blocks; offsets in Unicode scalars, `end` no longer part of it.
struct BlockRange: Hashable {
    let firstBlock: Int
    let start: Int
    let lastBlock: Int
    let end: Int
}
