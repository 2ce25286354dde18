import CanonicalJSON
public import HandOver

extension VettingResult {
    /// The accepted contacts in the form of a tool.
    public struct HandOver: Sendable {
        /// Who imports them.
        public let tool: Tool
        /// What became of them.
        public let tally: HandOverTally

        /// What the tool cannot take.
        var warnings: [Warning] {
            var warnings: [Warning] = []
            func warn(_ code: String, _ text: String, _ count: UInt64) {
                warnings.append(Warning(code: code, text: text, count: count))
            }
            if tally.namesLeftOut > 0 {
                warn(
                    "handover-names",
                    "Names that \(tool.title) cannot take as they are (too long, or like a formula) were left out; "
                        + "the addresses are there.", tally.namesLeftOut)
            }
            if tally.addressesLeftOut > 0 {
                warn(
                    "handover-addresses",
                    "Accepted contacts are not in the file for \(tool.title), which does not take such addresses. "
                        + "They stand in the accepted list.", tally.addressesLeftOut)
            }
            if let most = tool.limits.contacts, tally.contacts > UInt64(most) {
                warn(
                    "handover-contacts",
                    "\(tool.title) takes at most \(most) contacts at once. Split the list and vet the parts.",
                    tally.contacts)
            }
            if let most = tool.limits.bytes, tally.bytes > UInt64(most) {
                warn(
                    "handover-bytes",
                    "\(tool.title) takes files of at most \(most) bytes. Split the list and vet the parts.",
                    tally.bytes)
            }
            return warnings
        }

        /// The member `handOver` of the answer.
        var json: JSONValue {
            func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
            return .object(of: [
                "tool": .string(tool.id), "contacts": count(tally.contacts), "bytes": count(tally.bytes),
                "namesLeftOut": count(tally.namesLeftOut),
                "addressesLeftOut": count(tally.addressesLeftOut),
                "choose": .array(tool.instructions.map { .string($0) }),
                "beware": .array(tool.warnings.map { .string($0) }),
            ])
        }
    }
}
