/// The unpacked bytes of a member of an archive.
final class ZipMemberInput: ContainerInput {
    private let member: ZipMember
    private let archive: ZipArchive
    private var reader: ArchiveReader?
    private var budget: UnpackingBudget
    private var isAtEnd = false

    init(_ member: ZipMember, in archive: ZipArchive) {
        self.member = member
        self.archive = archive
        budget = archive.budget()
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0, !isAtEnd else { return [] }
        do {
            let reader = try self.reader ?? archive.reader(at: member)
            self.reader = reader
            let bytes = try reader.read(atMost: min(count, 1 << 16))
            isAtEnd = bytes.isEmpty
            try budget.spend(bytes.count, packed: reader.packedBytes)
            return bytes
        } catch let error as ContainerError {
            throw error.within(PrintableName(member.name).text)
        }
    }

    func rewind() {
        reader = nil
        budget = archive.budget()
        isAtEnd = false
    }
}
