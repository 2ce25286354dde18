/// Which addresses a list has had so far, and the strictest verdict that one of their rows got.
///
/// An address twice in a list counts once, and a no in any of its rows beats a yes in another (law 4). Keys are 64-bit
/// hashes that live as long as the run; two addresses that share one by chance (one in a hundred thousand at
/// ten million rows) keep a contact out and never let one in. About 19 bytes an address at most.
struct AddressMemory {
    /// The deciding rule by its index plus one; 0 is an accepted contact.
    typealias Outcome = UInt16

    private var outcomes: [UInt64: Outcome] = [:]
    /// Addresses of which a later row said no after an earlier one had been let through.
    private(set) var contradicted: [UInt64: Outcome] = [:]

    /// What an earlier row with this address got, or nil if there was none.
    func outcome(of key: UInt64) -> Outcome? { outcomes[key] }

    /// Takes in what a row got.
    mutating func note(_ outcome: Outcome, of key: UInt64) { outcomes[key] = outcome }

    /// Takes in that an earlier row was let further than it should have been.
    mutating func contradict(_ key: UInt64, with outcome: Outcome) { contradicted[key] = outcome }
}
