import Tables

/// One row on its way into the ledger; slots are used again, so that a row costs no memory of its own.
final class ClaimSlot {
    var record = Record()
    /// The number of the row, from 1.
    var number: UInt64 = 0
    /// Whether the claim of the row is answered with the do-not-mail list.
    var isClaimKeptOut = false
    /// Whether each of its stops is.
    var keptOutStops: [Bool] = []

    /// Memory that an unusually long row may leave behind in a slot, in bytes.
    private static let greatestLeftover = 1 << 16

    /// Lets go of what an unusually long row took.
    func release() {
        isClaimKeptOut = false
        keptOutStops = []
        if record.allocatedBytes > Self.greatestLeftover { record = Record() }
    }

    /// The header and the row as they stand in the file: what the claim rests on.
    func evidence(after header: [UInt8]) -> [UInt8] {
        var bytes = header
        record.appendEncodedRaw(to: &bytes)
        return bytes
    }
}
