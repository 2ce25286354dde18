extension ContainerError {
    private static let again = "Export or download it again."

    /// Compressed bytes that end too early.
    static func truncated(_ kind: String) -> ContainerError {
        ContainerError(
            .truncated, what: "This \(kind) ends too early.",
            hint: "Its download or copy was cut off. \(again)")
    }

    /// Bytes that contradict themselves.
    static func damaged(_ kind: String) -> ContainerError {
        ContainerError(.damaged, what: "This \(kind) is damaged.", hint: again)
    }

    /// What is locked.
    static func encrypted(_ kind: String) -> ContainerError {
        ContainerError(
            .encrypted, what: "This \(kind) is locked with a password.",
            hint: "Open it with its password, and save the list without one.")
    }

    /// An archive in the making that cannot be gone on with.
    static let unwritable = ContainerError(
        .unwritable, what: "The archive could not be written.",
        hint: "Write a folder instead, and pack it yourself.")

    /// Archives on a system that cannot open any.
    static let noLibrary = ContainerError(
        .unsupported, what: "This system has no libarchive, by which archives are opened.",
        hint:
            "Install it (Debian: apt-get install libarchive13), or unpack the archive and name the list inside."
    )

    /// More comes out than a list can hold.
    static let bomb = ContainerError(
        .bomb, what: "This unpacks to far more than a list holds.",
        hint: "If it is sound, unpack it yourself and name the list inside.")

    /// More comes out than is allowed.
    static func tooLarge(_ what: String) -> ContainerError {
        ContainerError(
            .tooLarge, what: what, hint: "Save the list alone, as CSV (UTF-8), and name that file.")
    }

    /// An archive within something that was unpacked already.
    static let nested = ContainerError(
        .nested, what: "An archive lies within this archive.",
        hint: "Unpack the outer one and name the inner one.")

    /// Another kind of file.
    static func unsupported(_ name: String) -> ContainerError {
        ContainerError(
            .unsupported, what: "This is \(name).",
            hint: "Open it in the spreadsheet program and save the sheet as .xlsx or as CSV (UTF-8).")
    }

    /// A member was asked for in a file that is the list itself.
    static let noMembers = ContainerError(
        .noMembers, what: "This file is one list; it has no members to choose from.",
        hint: "Leave --member out.")

    /// A name that leads out of the archive.
    static func unsafeName(_ name: String) -> ContainerError {
        ContainerError(
            .unsafeName, member: PrintableName(name).text,
            what: "A member of this archive has a name that leads out of it.",
            hint: "No tool for lists writes such an archive. Ask where it came from, and do not unpack it.")
    }

    /// Nothing in it is a list.
    static let noList = ContainerError(
        .noList, what: "No list lies in this archive.",
        hint: "A list ends in .csv, .tsv, .txt, .vcf, .json, .jsonl, .ndjson or .xlsx.")

    /// Several could be meant.
    static func ambiguous(_ names: [String]) -> ContainerError {
        ContainerError(
            .ambiguousMember, what: "\(names.count) lists lie in this archive: \(PrintableName.list(names)).",
            hint: "Take one with --member NAME.")
    }

    /// None has that name.
    static func unknownMember(
        _ name: String, among names: [String], nearest: String?, kind: String
    ) -> ContainerError {
        let list = names.isEmpty ? "" : " There are: \(PrintableName.list(names))."
        let guess = nearest.map { "Did you mean \(PrintableName($0).text)?" } ?? "Name one that is there."
        return ContainerError(
            .unknownMember, member: PrintableName(name).text,
            what: "There is no \(kind) of that name.\(list)",
            hint: guess)
    }

    /// A line or what begins on it cannot be understood.
    static func line(_ line: Int, _ what: String, hint: String, code: Code = .damaged) -> ContainerError {
        ContainerError(code, line: line, what: what, hint: hint)
    }
}
