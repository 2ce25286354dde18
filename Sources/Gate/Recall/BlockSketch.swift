import Consent
import Ledger
import LookUp

/// What is needed of a row to know it again.
struct RowSketch {
    /// The hash of its address, as ``RowSlot/keys`` has it; nil where it has none.
    let key: UInt64?
    /// By what the ledger finds the address, in two halves; none where it has none.
    let lookup: (UInt64, UInt64)
    /// What of its address counts, beside who it is.
    let address: AddressGuise
    /// What else of it counts.
    let guise: RowGuise
    /// How many of its cells a spreadsheet would run.
    let formulaCells: UInt32
}

/// What is needed of many rows, in memory that is used again for the next ones.
struct BlockSketch {
    private var rows: [RowSketch] = []
    /// By the record of the block, the place in ``rows`` plus one; 0 for one that has to be read by itself.
    private var places: [UInt16] = []
    /// What the ledger knows of each.
    private var members: [StandingClasses.Member?] = []
    private var keys: [LookUpKey] = []
    private var hits: [LookUpHit] = []
    /// The times of those who were found, where the look-up file has them.
    private var times: [StandingTimes?] = []

    mutating func clear() {
        rows.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
    }

    /// Takes in the next record, nil for one that has to be read by itself.
    mutating func append(_ row: RowSketch?) {
        guard let row, rows.count < Int(UInt16.max) else { return places.append(0) }
        rows.append(row)
        places.append(UInt16(truncatingIfNeeded: rows.count))
    }

    /// Looks everybody up.
    mutating func find(in index: StandingIndex) {
        keys.removeAll(keepingCapacity: true)
        for row in rows { keys.append(LookUpKey(row.lookup.0, row.lookup.1)) }
        index.find(keys, into: &hits)
        times.removeAll(keepingCapacity: true)
        for place in rows.indices { index.expectTimes(of: hits[place].number) }
        for place in rows.indices { times.append(index.times(of: hits[place].number)) }
    }

    /// Tells what those who were found are for the policy.
    mutating func tell(_ classes: inout StandingClasses) {
        members.removeAll(keepingCapacity: true)
        for place in rows.indices {
            members.append(
                rows[place].key == nil ? StandingClasses.stranger : classes.member(hits[place], times[place]))
        }
    }

    /// Calls a body with the key of each address.
    func forEachKey(_ body: (AddressKey) -> Void) {
        for place in rows.indices {
            if let hash = rows[place].key { body(AddressKey(hash: hash, subject: hits[place].place)) }
        }
    }

    /// A row, and what is known of it.
    struct Look {
        let row: RowSketch
        let member: StandingClasses.Member
        /// Its address; nil where it has none.
        let key: AddressKey?
    }

    /// What is known of a record; nil for one that has to be read by itself.
    func row(_ record: Int) -> Look? {
        guard record < places.count, places[record] > 0 else { return nil }
        let place = Int(places[record]) - 1
        guard place < members.count, let member = members[place] else { return nil }
        let key = rows[place].key.map { AddressKey(hash: $0, subject: hits[place].place) }
        return Look(row: rows[place], member: member, key: key)
    }
}
