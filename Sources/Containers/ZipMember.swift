/// One entry of an archive's table of contents.
struct ZipMember: Hashable, Sendable {
    /// What an entry is.
    enum Kind: Hashable, Sendable {
        case file, folder, link
    }

    /// The name with its folders, set apart by slashes.
    let name: String
    /// Its place in the archive, from 0.
    let index: Int
    let kind: Kind
    let isEncrypted: Bool

    /// The name without its folders.
    var lastComponent: String { String(name.split(separator: "/").last ?? "") }

    /// Whether a system wrote it for itself: Apple's shadow files, and dotfiles.
    var isHidden: Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }

    /// Whether its name leads out of the archive: absolute, up, or to a drive.
    var isUnsafe: Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.hasPrefix("/") || parts.contains("..") { return true }
        let first = parts.first ?? ""
        return first.count == 2 && first.hasSuffix(":")
    }

    /// Whether its name ends in one of these, without regard to case.
    func ends(in suffixes: [String]) -> Bool {
        let lowered = name.lowercased()
        return suffixes.contains { lowered.hasSuffix($0) }
    }
}
