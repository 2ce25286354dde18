import Cryptography
import MerkleLog

/// RFC 6962 section 2.1 written down as it reads, to compare everything else with.
final class NaiveTree {
    private struct Range: Hashable {
        let start, end: Int
    }

    let leaves: [Digest]
    private var known: [Range: Digest] = [:]

    init(leaves: [Digest]) { self.leaves = leaves }

    /// A tree whose i-th entry is the decimal number i.
    convenience init(count: Int) {
        self.init(leaves: (0..<count).map { TreeHash.leaf(Array(String($0).utf8)) })
    }

    /// MTH(D[start:end]), kept so that it is computed once.
    func hash(_ start: Int, _ end: Int) -> Digest {
        if end == start { return SHA256.digest(of: []) }
        if end == start + 1 { return leaves[start] }
        if let hash = known[Range(start: start, end: end)] { return hash }
        let middle = start + split(end - start)
        let hash = SHA256.digest(of: [1] + hash(start, middle).bytes + hash(middle, end).bytes)
        known[Range(start: start, end: end)] = hash
        return hash
    }

    /// PATH(m, D[start:end]).
    func path(_ leaf: Int, _ start: Int, _ end: Int) -> [Digest] {
        if end - start == 1 { return [] }
        let middle = start + split(end - start)
        return leaf < middle
            ? path(leaf, start, middle) + [hash(middle, end)]
            : path(leaf, middle, end) + [hash(start, middle)]
    }

    /// PROOF(m, D[n]), and nothing for an old size of 0.
    func proof(_ old: Int, _ new: Int) -> [Digest] {
        old == 0 ? [] : subproof(old, 0, new, true)
    }

    private func subproof(_ old: Int, _ start: Int, _ end: Int, _ isWhole: Bool) -> [Digest] {
        if old == end - start { return isWhole ? [] : [hash(start, end)] }
        let half = split(end - start)
        return old <= half
            ? subproof(old, start, start + half, isWhole) + [hash(start + half, end)]
            : subproof(old - half, start + half, end, false) + [hash(start, start + half)]
    }

    /// The largest power of two below n.
    private func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }
}
