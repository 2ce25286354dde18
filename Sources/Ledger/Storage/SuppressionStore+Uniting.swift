import Database

extension SuppressionStore {
    /// Takes over every tag of another copy; of two for the same the later day stays, and an erasure for good.
    func unite(with other: SuppressionStore) throws {
        try connection.transaction {
            let tags = try other.connection.prepare(
                "SELECT tag, scope, match, since, reason, review_on, key FROM tags")
            let insertion = try connection.prepare(
                """
                INSERT INTO tags (tag, scope, match, since, reason, review_on, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                \(Self.merging)
                """)
            while try tags.step() {
                try insertion.bind(1, tags.bytes(0))
                for column in Int32(1)...4 { try insertion.bind(column + 1, tags.text(column)) }
                try insertion.bind(6, tags.optionalText(5))
                try insertion.bind(7, tags.text(6))
                try insertion.run()
            }
            // A tag of a hash is looked for only where its kind is noted: without this it would let its person pass.
            for kind in try other.hashKinds() { try note(kind) }
            if try other.isThinned() { try connection.execute("UPDATE removals SET happened = 1") }
        }
    }
}
