/// Why no table could be had out of a container.
///
/// It names the line, the member and what to do, never what a cell, a card or an object held.
package struct ContainerError: Error, Hashable, Sendable {
    /// The kinds of failure, to act on; the raw values are stable.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The bytes end too early.
        case truncated
        /// The bytes contradict themselves or their checksum.
        case damaged
        /// It is locked with a password.
        case encrypted
        /// A kind that is known, and not read here.
        case unsupported
        /// A member whose name leads out of the archive.
        case unsafeName
        /// It unpacks to far more than it should.
        case bomb
        /// It, or a part of it, is longer than the limit.
        case tooLarge
        /// An archive within an archive.
        case nested
        /// No member or sheet has that name.
        case unknownMember
        /// Several lists lie in it, and none goes before the others.
        case ambiguousMember
        /// A member was asked for where there are none.
        case noMembers
        /// There is nothing in it that could be a list.
        case noList
        /// An archive could not be written.
        case unwritable
    }

    /// What kind of failure it is.
    package let code: Code
    /// The line of the text, from 1, or nil if none is meant.
    package let line: Int?
    /// The member of the archive or the sheet, fit to be printed; nil if none is meant, or none with a name.
    package let member: String?
    /// What is wrong, in plain words.
    package let what: String
    /// What to do next.
    package let hint: String

    init(_ code: Code, line: Int? = nil, member: String? = nil, what: String, hint: String) {
        self.code = code
        self.line = line
        self.member = member.flatMap { $0.isEmpty ? nil : $0 }
        self.what = what
        self.hint = hint
    }

    /// The same error, said of a member.
    func within(_ member: String) -> ContainerError {
        ContainerError(code, line: line, member: self.member ?? member, what: what, hint: hint)
    }
}
