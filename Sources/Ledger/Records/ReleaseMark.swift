package import CanonicalJSON

/// What a record of a subject says of a release: that somebody let a row pass, or that a second person agreed.
public struct ReleaseMark: Hashable, Sendable {
    /// The name of the release, the same for all addresses of the row.
    public let release: RecordID
    /// Who let it pass, or agreed.
    ///
    /// Personal data.
    public let by: String
    /// What is let pass; nil where a second person agreed.
    public let terms: ReleaseTerms?
    /// The record that is agreed to; nil where it is the release itself.
    public let confirmed: RecordID?

    init(release: RecordID, by: String, terms: ReleaseTerms) {
        (self.release, self.by, self.terms, confirmed) = (release, by, terms, nil)
    }

    init(release: RecordID, by: String, confirming record: RecordID) {
        (self.release, self.by, terms, confirmed) = (release, by, nil, record)
    }

    /// One sentence for people; it names who let it pass, which is personal data.
    package var text: String {
        guard let terms else { return "confirmed by \(by)" }
        let four = terms.needsConfirmation ? ", needs a second person" : ""
        return
            "row \(terms.row) of run \(terms.run.description.prefix(8)), \(terms.rules.joined(separator: " ")), "
            + "by \(terms.role.rawValue) \(by), until \(terms.expiresAt)\(four)"
    }

    /// The mark as a member of R.
    package var json: JSONValue { .object([.init("rid", .string(release.description))] + said) }

    /// What makes it the same: all but the name that this program gave it.
    var said: [JSONValue.Member] {
        let confirmation = confirmed.map { [JSONValue.Member("confirmed", .string($0.description))] } ?? []
        return [.init("by", .string(by))] + confirmation + (terms?.members ?? [])
    }

    /// Reads the member of R; nil where it does not say what it must.
    init?(reading json: JSONValue) {
        guard let release = json["rid"]?.text.flatMap({ RecordID($0) }), let by = json["by"]?.text else {
            return nil
        }
        if let confirmed = json["confirmed"] {
            guard let record = confirmed.text.flatMap({ RecordID($0) }) else { return nil }
            self.init(release: release, by: by, confirming: record)
        } else {
            guard let terms = ReleaseTerms(reading: json) else { return nil }
            self.init(release: release, by: by, terms: terms)
        }
    }
}
