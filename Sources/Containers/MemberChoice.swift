import Suggestions

/// Which member of an archive is the list that is meant.
struct MemberChoice {
    /// The member to read.
    let member: ZipMember
    /// What was named behind the member: a sheet of that workbook.
    let inner: String?
    /// The other lists in the archive, what looks most like people first.
    let others: [String]

    /// How lists end.
    ///
    /// Plain texts and JSON lie beside lists so often that they count only where there is no other.
    private static let surely = [".csv", ".tsv", ".vcf", ".jsonl", ".ndjson", ".xlsx"]
    private static let perhaps = [".txt", ".json"]

    /// The members that can be lists.
    static func candidates(of archive: ZipArchive) -> [ZipMember] {
        let lists = archive.files.filter { $0.ends(in: surely) }
        return lists.isEmpty ? archive.files.filter { $0.ends(in: perhaps) } : lists
    }

    /// Chooses the only candidate, or the one with the highest score.
    ///
    /// - Parameter score: How much a member looks like a list of people; nil if it does not.
    /// - Throws: `noList`; `ambiguousMember` if two are as good as each other.
    init(among candidates: [ZipMember], score: (ZipMember) -> Int?) throws(ContainerError) {
        guard let first = candidates.first else { throw .noList }
        var best: (member: ZipMember, score: Int)?
        var isTied = candidates.count > 1
        var scores: [String: Int] = [:]
        for candidate in candidates where candidates.count > 1 {
            guard let score = score(candidate) else { continue }
            scores[candidate.name] = score
            if let best, best.score >= score {
                isTied = isTied || best.score == score
            } else {
                (best, isTied) = ((candidate, score), false)
            }
        }
        if isTied { throw .ambiguous(candidates.map(\.name)) }
        let chosen = best?.member ?? first
        member = chosen
        inner = nil
        others = candidates.filter { $0 != chosen }.map(\.name).sorted {
            (scores[$1] ?? Int.min, $0) < (scores[$0] ?? Int.min, $1)
        }
    }

    /// Finds the member that somebody named: with its folders, by its last part, or with a sheet behind it.
    ///
    /// - Throws: `unknownMember` with the nearest name; `ambiguousMember` if several end in it.
    init(named name: String, in archive: ZipArchive) throws(ContainerError) {
        let files = archive.members.filter { $0.kind != .folder }
        if let member = try Self.find(name, in: files) {
            (self.member, inner, others) = (member, nil, [])
            return
        }
        for member in files where member.ends(in: [".xlsx", ".xlsm"]) {
            for known in [member.name, member.lastComponent] where name.hasPrefix(known + "/") {
                (self.member, others) = (member, [])
                inner = String(name.dropFirst(known.count + 1))
                return
            }
        }
        let visible = archive.files
        let names = visible.map(\.name)
        throw .unknownMember(
            name, among: Self.candidates(of: archive).map(\.name),
            nearest: nearestName(to: name, among: names + visible.map(\.lastComponent)), kind: "member")
    }

    private static func find(_ name: String, in files: [ZipMember]) throws(ContainerError) -> ZipMember? {
        if let exact = files.first(where: { $0.name == name }) { return exact }
        let last = files.filter { $0.lastComponent == name }
        let found = last.isEmpty ? files.filter { $0.lastComponent.lowercased() == name.lowercased() } : last
        if found.count > 1 { throw .ambiguous(found.map(\.name)) }
        return found.first
    }
}
