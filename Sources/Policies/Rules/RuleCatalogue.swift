import StrictYAML
import Suggestions

/// The ids that rules may have.
///
/// An id means the same in every policy and in every certificate ever written, so that policies take theirs from one
/// catalogue. A policy's own rules have ids that begin with `OWN-`.
public enum RuleCatalogue {
    /// The known ids, in the order of the catalogue: ledger, source, content, do-not-mail, time, jurisdiction, basis,
    /// hygiene and house.
    ///
    /// Additions to the catalogue's first version: `S20`, `T10`, `T11`, `B07`, `B08`, `H09` and `X14`.
    public static let ids = [
        "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12", "L13", "L14",
        "L15", "L16", "L17", "L18", "L19", "L20",
        "S01", "S02", "S03", "S04", "S05", "S06a", "S06b", "S07", "S08", "S09", "S10", "S11", "S12", "S13",
        "S14", "S15", "S16", "S17", "S18", "S19", "S20",
        "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14",
        "C15", "C16",
        "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "D13",
        "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11",
        "J01", "J02", "J03", "J04", "J05", "J06", "J07", "J08", "J09", "J10", "J11", "J12", "J13", "J14",
        "J15", "J16", "J17", "J18", "J19", "J20", "J21",
        "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08",
        "H01", "H02", "H03", "H04", "H05", "H06", "H07", "H08", "H09",
        "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09", "X10", "X11", "X12", "X13", "X14",
    ]

    private static let known = Set(ids)

    /// Whether a rule may have this id.
    public static func allows(_ id: String) -> Bool {
        if known.contains(id) { return true }
        let name = id.utf8.dropFirst(4)
        return id.hasPrefix("OWN-") && (1...40).contains(name.count)
            && name.allSatisfy { byte in
                byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
    }

    /// Reads the id of a rule.
    static func id(parsing node: YAMLNode) throws(YAMLError) -> String {
        let id = try node.nonEmptyText()
        if allows(id) { return id }
        let own = "Rules of your own have ids such as OWN-1."
        let hint = nearestName(to: id, among: ids).map { "Did you mean \"\($0)\"? \(own)" } ?? own
        throw node.error("unknown rule \"\(id.prefix(60))\"", hint: hint)
    }
}
