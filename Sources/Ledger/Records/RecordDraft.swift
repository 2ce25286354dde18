import CanonicalJSON
import Consent

/// A record of a subject's act before it is written: everything that stands in R.
struct RecordDraft {
    let act: SubjectAct
    let rid: RecordID
    /// The name of the log.
    let log: String
    let recordedAt: Instant
    let grade: Grade
    let evidence: [Evidence]
    /// The controller of the moment.
    let controller: String?
    /// The record before it in the same thread.
    let previous: RecordID?

    /// Writes R, member by member in the order of RFC 8785.
    func write(to json: inout CanonicalWriter) {
        json.beginObject()
        json.member("at", recordedAt.description)
        json.member("controller", controller)
        writeEvidence(to: &json)
        json.member("grade", grade.name)
        act.imported?.write(to: &json)
        json.member("ip", act.ip)
        json.member("log", log)
        json.member("method", act.method?.rawValue)
        json.member("occurredAt", act.occurredAt?.description)
        json.member("prev", previous?.description)
        json.member("purpose", act.purpose.id)
        json.member("reason", act.reason)
        json.member("release", act.release?.json)
        json.member("rid", rid.description)
        json.member("source", act.source)
        json.beginObject("subject")
        json.member("email", act.address.normalized)
        json.endObject()
        json.member("told", ToldFacts.json(of: act.told))
        json.member("type", act.kind.rawValue)
        json.member("v", RecordMembers.version)
        json.member("wording", act.wording?.description)
        json.endObject()
    }

    private func writeEvidence(to json: inout CanonicalWriter) {
        guard !evidence.isEmpty else { return }
        json.beginList("evidence")
        for item in evidence {
            json.beginObject()
            json.member("kept", item.keeping.rawValue)
            json.member("kind", item.kind)
            json.member("sha256", item.digest.hex)
            json.member("size", item.size)
            json.endObject()
        }
        json.endList()
    }
}

extension SubjectAct {
    /// Writes what makes it the same act: everything that was told.
    ///
    /// Of an imported act it is what is claimed and by which system, not where in which file it stood: the same claim
    /// in another export is the same. One without a time is told apart by its file, too.
    ///
    /// - Parameters:
    ///   - files: What its files are.
    ///   - after: What happened before it, where that makes it another act.
    ///   - json: Where it is written.
    func writeIdentity(_ files: [Evidence], after: RecordID?, to json: inout CanonicalWriter) {
        let claimed = release == nil ? imported?.claimedAt ?? occurredAt : nil
        json.beginObject()
        json.member("address", address.normalized)
        json.member("after", after?.description)
        if imported == nil {
            json.beginList("evidence")
            for file in files { json.item(file.digest.hex + " " + file.keeping.rawValue) }
            json.endList()
        }
        json.member("file", occurredAt == nil ? imported?.file.hex : nil)
        json.member("import", imported?.system)
        json.member("ip", imported == nil ? ip : nil)
        json.member("kind", kind.rawValue)
        json.member("method", method?.rawValue)
        json.member("occurredAt", claimed?.description)
        json.member("purpose", purpose.id)
        json.member("reason", reason)
        json.member("release", release.map { .object($0.said) })
        json.member("source", imported == nil ? source : nil)
        json.member("told", ToldFacts.json(of: told))
        json.member("wording", wording?.description)
        json.endObject()
    }
}
