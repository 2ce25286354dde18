import Audit
import Claims
import Consent
import Glibc
import Ledger
import Lists
import Policies
import Suggestions

/// What somebody typed, read into the words of the domain.
///
/// An address is never repeated in a complaint; other words are, so that a typing error can be seen.
enum Typed {
    /// An address, also as a mail program copies it: as a link or in angle brackets.
    ///
    /// Whatever else lists hold is not read here; a record is of the address that was typed.
    static func address(_ text: String) throws -> EmailAddress {
        if let cell = try? AddressCell(parsing: text), cell.others.isEmpty,
            cell.repairs.isSubset(of: [.mailLink, .angleBrackets])
        {
            return cell.first
        }
        return try EmailAddress(parsing: text)
    }

    /// A moment, or `now`.
    static func time(_ text: String?, option: String = "--at") throws -> Instant? {
        guard let text else { return nil }
        if text == "now" { return LedgerContext.system().now() }
        do throws(Instant.ParsingError) {
            return try Instant(parsing: text)
        } catch {
            throw Complaint(
                "\(option) \(quoted(text)): \(error.description)",
                hint:
                    "As in \(option) 2026-10-02T09:15:00Z. What was only a day has no hour that we may invent."
            )
        }
    }

    /// A day, or a moment; a day is its first second in UTC.
    static func day(_ text: String?, option: String) throws -> Instant? {
        guard let text else { return nil }
        if text == "now" { return LedgerContext.system().now() }
        let moment = try? Instant(parsing: text.utf8.count == 10 ? text + "T00:00:00Z" : text)
        guard let moment else {
            throw Complaint(
                "\(option) \(quoted(text)) is not a day.", hint: "Write it like \(option) 2027-05-01.")
        }
        return moment
    }

    /// A purpose that the ledger knows.
    static func purpose(_ text: String, in ledger: Ledger) throws -> Purpose {
        guard let purpose = Purpose(text) else { throw ledger.unknownPurpose(shown(text)) }
        try ledger.require(purpose)
        return purpose
    }

    /// A version of a wording.
    static func wording(_ text: String?, in ledger: Ledger) throws -> WordingReference? {
        guard let text else { return nil }
        guard let reference = WordingReference(parsing: text) else {
            let known = ledger.wordings.map(\.reference.description)
            let near = nearestName(to: text, among: known) ?? known.last { $0.hasPrefix(text + "@") }
            throw Complaint(
                "\(quoted(text)) names no version of a wording.",
                hint: near.map { "Did you mean \($0)?" } ?? "Write id@version, as in newsletter@1.")
        }
        return reference
    }

    /// A way in which a yes is given.
    static func method(_ text: String?) throws -> CollectionMethod? {
        guard let text else { return nil }
        if let method = CollectionMethod(rawValue: text) { return method }
        let names = CollectionMethod.allCases.map(\.rawValue)
        let near = nearestName(to: text, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
        throw Complaint(
            "The method \(quoted(text)) is not known.",
            hint: near + "Known are: \(names.joined(separator: ", ")).")
    }

    /// In which order days and months stand.
    static func dateOrder(_ text: String?) throws -> DateOrder? {
        guard let text else { return nil }
        if let order = DateOrder(rawValue: text) { return order }
        throw Complaint(
            "--date-order \(quoted(text)) is not known.",
            hint: "dmy for 31/01/2025, or mdy for 01/31/2025.")
    }

    /// The language in which people are told reasons: as typed, as the environment says, or English.
    static func language(_ text: String?) throws -> Language {
        guard let text = text ?? ProcessEnvironment.value("CONSENTGATE_LANGUAGE") else { return .english }
        if let language = Language(rawValue: text) { return language }
        throw Complaint(
            "The language \(quoted(text)) is not known.",
            hint: "Known are: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).")
    }

    /// The name of a record.
    static func record(_ text: String) throws -> RecordID {
        guard let rid = RecordID(text) else {
            throw Complaint(
                "This is not the name of a record.",
                hint: "Names have 32 hexadecimal digits; they stand in the answers of record and show.")
        }
        return rid
    }

    /// The role in which somebody releases a hold.
    static func role(_ text: String) throws -> ReleaseTerms.Role {
        if let role = ReleaseTerms.Role(rawValue: text) { return role }
        throw Complaint(
            "The role \(quoted(text)) is not known.",
            hint: "Known are: dpo for the data protection officer, user for whoever brought the list.")
    }

    /// A vetting, by its name or the first six digits of it.
    static func run(_ text: String, in ledger: Ledger) throws -> OpenRecord {
        let trail = try ListTrail(run: text, in: ledger)
        guard let record = try ledger.openRecord(trail.run) else {
            throw Complaint("No run of this name is recorded.", hint: "See consentgate audit ledger.")
        }
        return record
    }

    /// A network address, IPv4 or IPv6.
    static func networkAddress(_ text: String?) throws -> String? {
        guard let text else { return nil }
        var room = in6_addr()
        let isAddress =
            unsafe inet_pton(AF_INET, text, &room) == 1 || inet_pton(AF_INET6, text, &room) == 1
        guard isAddress else {
            throw Complaint("--ip is no network address.", hint: "As in 192.0.2.1 or 2001:db8::1.")
        }
        return text
    }

    /// Whether a sign can be shown as it is: no control of a terminal, no mark that turns the direction of a line.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        // Persian and Indian words, and emoji, have joiners in them.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
    }

    /// A word as a complaint repeats it: short, and never if it could be an address.
    static func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

    private static func shown(_ text: String) -> String {
        let isReference = WordingReference(parsing: text) != nil
        guard isReference || !text.contains("@") else { return "…" }
        return String(text.prefix(60).filter { !$0.isNewline })
    }
}
