import Consent
import Cryptography
import LookUp

/// Says of an address that it is surely not on the do-not-mail list, or that the list must be asked.
///
/// It is derived from `suppress.db` and speaks for the moment at which it was opened. A "perhaps" is no answer: one stranger in some
/// hundred gets it too, and what the list says of purposes and days is for ``Ledger/standings(of:for:asOf:)`` to tell. Any
/// number of threads may use one.
///
/// Whoever was put on the list has a tag of the address, one of the address without its `+tag` and, at Gmail, one of
/// the mailbox. Until tags are taken away the last of them stands for all, and one keyed digest is enough; from then on
/// each is looked up. Hashes that other tools made are looked up where some are on the list.
package final class SuppressionFilter: Sendable {
    private let filter: TagFilter?
    private let key: HMACKey
    private let isThinned: Bool
    private let hashes: [(kind: AddressHash.Kind, algorithm: ForeignHash)]
    /// Set where an algorithm is not to be had: nobody is surely not on the list then.
    private let isBlind: Bool

    /// - Parameter filter: Nil where the list is empty.
    init(_ filter: TagFilter?, key: SecretKey, isThinned: Bool, hashKinds: [AddressHash.Kind]) {
        self.filter = filter
        self.key = HMACKey(key)
        self.isThinned = isThinned
        hashes = hashKinds.compactMap { kind in
            (try? ForeignHash(kind.algorithm)).map { (kind: kind, algorithm: $0) }
        }
        isBlind = hashes.count < hashKinds.count
    }

    /// Whether nobody is on the list.
    package var isEmpty: Bool { filter == nil }

    /// Whether what it answered so far holds: nobody wrote to its file since it was opened.
    package var isUnchanged: Bool { filter?.isUnchanged ?? true }

    /// Whether an address may be on the list, for whatever purpose.
    ///
    /// - Parameter normalized: The bytes of ``EmailAddress/normalized``.
    package func mayHold(_ normalized: Span<UInt8>) -> Bool {
        guard let filter else { return false }
        guard !isBlind, let forms = LooseForms(normalized) else { return true }
        var message = TagMessage()
        if forms.isDotless {
            message.begin(.mailbox)
            forms.appendMailbox(normalized, to: &message, domain: LooseForms.gmail)
            if holds(filter, message) { return true }
        }
        if !forms.isDotless || isThinned {
            message.begin(.loose)
            forms.appendUntagged(normalized, to: &message)
            if holds(filter, message) { return true }
        }
        if isThinned {
            message.begin(.exact)
            message.append(normalized)
            if holds(filter, message) { return true }
        }
        return hashes.isEmpty ? false : mayHoldHash(filter, normalized, forms)
    }

    private func holds(_ filter: TagFilter, _ message: TagMessage) -> Bool {
        filter.mayHold(key.authenticate(message.bytes.span))
    }

    private func mayHoldHash(_ filter: TagFilter, _ normalized: Span<UInt8>, _ forms: LooseForms) -> Bool {
        // People may have hashed such a domain in its own letters, which are not worked out here.
        if forms.isInternational { return true }
        var texts: [[UInt8]] = []
        var text = TagMessage()
        text.append(normalized)
        texts.append(text.bytes)
        if forms.hasTag {
            text.clear()
            forms.appendUntagged(normalized, to: &text)
            texts.append(text.bytes)
        }
        for domain in forms.isDotless ? [LooseForms.gmail, LooseForms.googlemail] : [] {
            text.clear()
            forms.appendMailbox(normalized, to: &text, domain: domain)
            texts.append(text.bytes)
        }
        var message = TagMessage()
        for (kind, algorithm) in hashes {
            for text in texts {
                message.begin(kind.match)
                message.append(Array(Hex.encode(algorithm.digest(of: text)).utf8).span)
                if holds(filter, message) { return true }
            }
        }
        return false
    }
}
