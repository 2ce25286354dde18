/// The unpacked bytes of a gzip stream of one or more members.
///
/// zlib and not libarchive, because only the former holds the bytes against the checksum at their end.
final class GzipInput: ContainerInput {
    private let input: any ContainerInput
    private let limits: ContainerLimits
    private let inflater = Inflater()
    private var budget: UnpackingBudget
    private var chunk: [UInt8] = []
    private var offset = 0
    private var packed: UInt64 = 0
    private var isBetweenMembers = false
    private var isAtEnd = false

    /// Unpacks an input that stands at its first byte.
    init(_ input: any ContainerInput, limits: ContainerLimits) {
        self.input = input
        self.limits = limits
        budget = UnpackingBudget(limits)
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        var output: [UInt8] = []
        while !isAtEnd, output.isEmpty {
            if isBetweenMembers {
                try beginNextMember()
                continue
            }
            let before = offset
            let outcome = inflater.inflate(chunk, from: &offset, into: &output, capacity: min(count, 1 << 16))
            if outcome == .damaged { throw ContainerError.damaged("gzip file") }
            isBetweenMembers = outcome == .memberEnded
            if outcome == .goesOn, output.isEmpty, offset == before || offset == chunk.count {
                guard try fetch() else { throw ContainerError.truncated("gzip file") }
            }
        }
        try budget.spend(output.count, packed: packed)
        return output
    }

    func rewind() throws {
        try input.rewind()
        inflater.restart()
        budget = UnpackingBudget(limits)
        (chunk, offset, packed, isBetweenMembers, isAtEnd) = ([], 0, 0, false, false)
    }

    /// Takes the next packed bytes; false at their end.
    private func fetch() throws -> Bool {
        chunk = try input.read(atMost: 1 << 16)
        offset = 0
        packed += UInt64(chunk.count)
        return !chunk.isEmpty
    }

    /// Goes to the member that follows, over zeros that pad a tape; anything else there means lost rows.
    private func beginNextMember() throws {
        while true {
            while offset < chunk.count, chunk[offset] == 0 { offset += 1 }
            if offset < chunk.count { break }
            guard try fetch() else {
                isAtEnd = true
                return
            }
        }
        guard chunk[offset] == 0x1F else { throw ContainerError.damaged("gzip file") }
        inflater.restart()
        isBetweenMembers = false
    }
}
