/// The members of a zip archive; nothing of it is written anywhere.
final class ZipArchive {
    /// Everything in the table of contents, in its order.
    let members: [ZipMember]
    private let input: PositionedInput
    private let limits: ContainerLimits

    /// Reads the table of contents.
    ///
    /// - Throws: `damaged`, `tooLarge`, `encrypted`; `unsafeName` if any name leads out of the archive.
    init(_ input: any ContainerInput, limits: ContainerLimits) throws {
        self.input = PositionedInput(input)
        self.limits = limits
        let reader = try ArchiveReader(self.input, limits: limits)
        var members: [ZipMember] = []
        while let member = try reader.nextMember() {
            // So libarchive calls a name that is no text.
            if member.name.isEmpty { throw ContainerError.damaged("archive") }
            if member.isUnsafe { throw ContainerError.unsafeName(member.name) }
            members.append(member)
        }
        self.members = members
    }

    /// What people put into it: no folders, no shadow files.
    var files: [ZipMember] { members.filter { $0.kind == .file && !$0.isHidden } }

    /// The unpacked bytes of a member.
    ///
    /// - Throws: `encrypted`; `unsupported` for a link.
    func open(_ member: ZipMember) throws(ContainerError) -> ZipMemberInput {
        if member.isEncrypted { throw .encrypted("archive").within(PrintableName(member.name).text) }
        guard member.kind == .file else {
            throw ContainerError(
                .unsupported, member: PrintableName(member.name).text,
                what: "This member of the archive is no file.", hint: "Name the file itself.")
        }
        return ZipMemberInput(member, in: self)
    }

    /// The member of that name, without regard to case.
    func member(named name: String) -> ZipMember? {
        members.first { $0.name == name } ?? members.first { $0.name.lowercased() == name.lowercased() }
    }

    /// A new reading that stands at a member.
    func reader(at member: ZipMember) throws -> ArchiveReader {
        let reader = try ArchiveReader(input, limits: limits)
        while let next = try reader.nextMember() {
            if next.index == member.index { return reader }
        }
        throw ContainerError.damaged("archive")
    }

    /// A fresh budget for one member.
    func budget() -> UnpackingBudget { UnpackingBudget(limits) }
}
