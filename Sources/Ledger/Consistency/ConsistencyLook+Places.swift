import Database

extension ConsistencyLook {
    /// What a comparison of the vault's records with the entries of the log counts.
    private struct Places {
        var beyond = 0
        var twice = 0
        var strange: [UInt64] = []
        var strangers = 0
        var erased = 0
        var missing = 0
        var firstMissing: UInt64?
        /// The last entry whose record is there.
        var last: UInt64?
    }

    /// What the vault says of itself.
    mutating func compareVaultAlone() throws {
        guard let vault else { return }
        let pending =
            try vault.connection.integer(
                "SELECT count(*) FROM events WHERE position >= (SELECT settled FROM progress)") ?? 0
        if pending > 0 {
            find(
                .pending, "vault.db", "log.db",
                problem:
                    "\(Self.records(Int(clamping: pending), "record")) of vault.db did not reach the log yet, or nobody noted it.",
                remedy:
                    "A process was killed. The next command keeps what reached the log and drops the rest.")
        }
        let held =
            try vault.connection.integer("SELECT count(*) FROM events e WHERE \(VaultStore.reached)") ?? 0
        let counted = try vault.connection.integer("SELECT records - erased FROM progress") ?? 0
        if held != counted {
            find(
                .count, "vault.db", problem: "vault.db counted \(counted) records and holds \(held).",
                remedy:
                    "Records were removed or added behind its back. Restore vault.db from the newest backup.")
        }
        let progress = try vault.erasureProgress()
        if progress.hasIntents {
            find(
                .undestroyed, "vault.db", problem: "An erasure was begun in vault.db and not finished.",
                remedy: "The next command finishes it.")
        } else if progress.isUndestroyed {
            find(
                .undestroyed, "vault.db",
                problem: "What was erased may still stand in vault.db or its write-ahead log.",
                remedy: "Close whatever reads the ledger. The next command destroys it.")
        }
    }

    /// Holds the places of the vault's records against the log: each entry is open, erased or lies in the vault, once.
    mutating func comparePlaces(_ vault: VaultStore, _ log: LogStore) throws {
        try compareVaultAlone()
        let places = try places(vault, log)
        if places.beyond > 0 {
            find(
                .logBehindVault, "log.db", "vault.db",
                problem:
                    "\(Self.records(places.beyond, "record")) of vault.db \(places.beyond == 1 ? "has an entry" : "have entries") that log.db does not have.",
                remedy:
                    "An older log.db lies here, or a newer vault.db. Restore both from one moment, the newest."
            )
        }
        if let first = places.strange.first {
            find(
                .otherHistory, "vault.db", "log.db",
                problem:
                    "\(Self.records(places.strangers, "record")) of vault.db, \(places.strangers == 1 ? "" : "the first ")at entry \(first), \(Self.are(places.strangers)) not what log.db has there.",
                remedy:
                    "The two went different ways, or a record was changed. Restore both from one moment, the newest."
            )
        }
        if places.twice > 0 {
            find(
                .onePlaceTwice, "vault.db",
                problem:
                    "\(Self.entries(places.twice)) of the log \(Self.are(places.twice)) claimed by two records of vault.db.",
                remedy: "Restore vault.db from the newest backup.")
        }
        if places.erased > 0 {
            find(
                .erasedRecords, "vault.db", "log.db",
                problem:
                    "\(Self.records(places.erased, "record")) of vault.db \(Self.are(places.erased)) named by a tombstone.",
                remedy:
                    "An older vault.db was put back. The next command destroys them again before anything is read."
            )
        }
        reportMissing(places)
    }

    private mutating func reportMissing(_ places: Places) {
        guard let first = places.firstMissing, places.strangers == 0 else { return }
        let isTail = places.last.map { $0 < first } ?? true
        let words = Self.records(places.missing, "record")
        if isTail {
            let after = places.last.map { "after entry \($0)" } ?? "of the log"
            find(
                .vaultBehindLog, "vault.db", "log.db",
                problem: "\(words) \(after) \(Self.are(places.missing)) not in vault.db.",
                remedy:
                    "An older vault.db lies here. Restore the newest; until then nobody is vetted, for people may have withdrawn since."
            )
        } else {
            find(
                .recordsMissing, "vault.db",
                problem:
                    "\(words), \(places.missing == 1 ? "" : "the first ")of entry \(first), \(Self.are(places.missing)) missing from vault.db, and later ones are there.",
                remedy: "They were removed. Restore vault.db from the newest backup.")
        }
    }

    private func places(_ vault: VaultStore, _ log: LogStore) throws -> Places {
        let size = try log.size()
        let open = try PositionCursor(
            log.connection, "SELECT position FROM open_records ORDER BY position")
        let erased = try PositionCursor(log.connection, "SELECT position FROM erased ORDER BY position")
        let rows = try vault.connection.prepare(
            "SELECT position, leaf, position >= (SELECT settled FROM progress) FROM events ORDER BY position")
        var places = Places()
        var expected: UInt64 = 0
        func passOver(upTo position: UInt64, _ places: inout Places) throws {
            while expected < min(position, size) {
                if try !open.contains(expected), try !erased.contains(expected) {
                    places.missing += 1
                    if places.firstMissing == nil { places.firstMissing = expected }
                }
                expected += 1
            }
        }
        while try rows.step() {
            let position = UInt64(clamping: rows.integer(0))
            // A pending record that reached the log is kept at the next start, and any other dropped.
            if rows.integer(2) == 1, try log.leaf(at: position) != rows.bytes(1) { continue }
            guard position < size else {
                places.beyond += 1
                continue
            }
            guard position >= expected else {
                places.twice += 1
                continue
            }
            try passOver(upTo: position, &places)
            expected = position + 1
            places.last = position
            if try erased.contains(position) {
                places.erased += 1
            } else if try log.leaf(at: position) != rows.bytes(1) {
                if places.strange.isEmpty { places.strange.append(position) }
                places.strangers += 1
            }
        }
        try passOver(upTo: size, &places)
        return places
    }
}
