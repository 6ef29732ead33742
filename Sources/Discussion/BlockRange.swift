/// A passage in a list of blocks; offsets in Unicode scalars, `end` no longer part of it.
struct BlockRange: Hashable {
    let firstBlock: Int
    let start: Int
    let lastBlock: Int
    let end: Int

    /// Its words, one text a block.
    func texts(in blocks: [String]) -> [String] {
        (firstBlock...lastBlock).map { block in
            let start = block == firstBlock ? start : 0
            let end = block == lastBlock ? end : .max
            return String(blocks[block].unicodeScalars.prefix(end).dropFirst(start))
        }
    }
}
