import Foundation

/// How many owners, voices or comments, use each of the things that sentences are made of.
///
/// Each owner counts once for a thing, however often it uses it.
struct Uses {
    /// By the number of the thing.
    let counts: [Int32]
    /// How many owners there are.
    let owners: Int

    /// - Parameters:
    ///   - rows: The sentences of one owner after another, so that it is enough to remember the last one.
    ///   - size: One more than the highest number.
    init(of things: SparseRows, in rows: some Sequence<Int>, owner: (Int) -> Int, size: Int) {
        var counts = [Int32](repeating: 0, count: size)
        var last = [Int32](repeating: -1, count: size)
        var owners = 0
        var lastOwner = -1
        for row in rows {
            let owner = owner(row)
            if owner != lastOwner { owners += 1 }
            lastOwner = owner
            for thing in things[row] where last[Int(thing)] != Int32(owner) {
                last[Int(thing)] = Int32(owner)
                counts[Int(thing)] += 1
            }
        }
        self.counts = counts
        self.owners = owners
    }

    /// For each sentence the mean over its things: from 0, only this owner, to 1, all of them.
    func logarithms(of things: SparseRows) -> [Double] {
        let all = log(Double(max(owners, 2)))
        let values = counts.map { log(Double(max($0, 1))) / all }
        return things.means { values[Int($0)] }
    }

    /// For each sentence the mean share of owners who use its things.
    func shares(of things: SparseRows) -> [Double] {
        let all = Double(max(owners, 2))
        return things.means { Double(counts[Int($0)]) / all }
    }

    /// For each sentence the share of its things that more than one owner uses.
    func shared(of things: SparseRows) -> [Double] {
        things.means { counts[Int($0)] > 1 ? 1 : 0 }
    }
}
