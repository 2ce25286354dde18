package import Consent

extension Ledger {
    /// Which of the files that show a person's acts also show an act of somebody else, by digest.
    ///
    /// Such a file is not the person's alone, and is not handed to them.
    package func evidenceShared(by address: EmailAddress) throws -> Set<ContentDigest> {
        try translating {
            let inquiry = try VaultInquiry(vault)
            let key = lookup(address)
            var shared: Set<ContentDigest> = []
            for row in try vault.rows(ofSubject: key) where row.event.evidenceCount > 0 {
                for file in try vault.evidence(ofEvent: row.id)
                where try inquiry.showsOther(file.evidence.digest, than: key, until: nil) {
                    shared.insert(file.evidence.digest)
                }
            }
            return shared
        }
    }

    /// The remembered lists in which an address stands; nothing of the people on them is kept but keyed fingerprints.
    package func sources(with address: EmailAddress) throws -> [KeptSource] {
        guard let matcher = try sourceMatcher() else { return [] }
        // As lists are fingerprinted: without the tag, which leads to the same mailbox.
        let mailbox = address.localPart.prefix { $0 != "+" }
        let folded = "\(mailbox.isEmpty ? address.localPart[...] : mailbox)@\(address.domain)"
        return try matcher.sources(of: [Fingerprint(.address, folded)])
    }
}
