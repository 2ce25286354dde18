import Consent
import Policies
import Testing

@Suite("A schedule of retention")
struct RetentionScheduleTests {
    private func policy(_ block: String) throws -> Policy {
        try Policy(
            parsing: "policy: ours\ntitle: Ours\ndescription: Ours.\nextends: uk-pecr\n\(block)",
            file: "ours.yaml")
    }

    @Test("has the catalogue's times unless a policy says otherwise")
    func defaults() throws {
        #expect(
            try ShippedPolicies.policy(named: "gdpr").retention.written == [
                "unconfirmed": "7 days", "proof": "36 months", "proofFromYearEnd": "true",
                "reports": "30 days", "suppression": "36 months", "destroySuppressions": "false",
            ])
        #expect(try ShippedPolicies.policy(named: "uk-pecr").retention.term(of: .proof)?.text == "72 months")
        let ours = try policy("retention:\n  reports: 2 weeks\n").retention
        #expect(ours.term(of: .reports)?.text == "2 weeks")
        #expect(ours.term(of: .proof)?.text == "72 months", "it builds on another's")
    }

    @Test(
        "ends when it says",
        arguments: [
            (RetentionSchedule.Item.proof, "2026-01-01T00:00:00Z", "2033-01-01T00:00:00Z"),
            (.proof, "2026-12-31T23:59:59Z", "2033-01-01T00:00:00Z"),
            (.unconfirmed, "2026-12-31T23:59:59Z", "2027-01-07T23:59:59Z"),
            (.suppression, "2024-02-29T12:00:00Z", "2027-02-28T12:00:00Z"),
        ])
    func ends(item: RetentionSchedule.Item, from: String, end: String) throws {
        let schedule = try policy("").retention
        #expect(try schedule.end(of: item, from: Instant(parsing: from)).description == end)
    }

    @Test(
        "is refused where it destroys early, or names what nobody knows",
        arguments: [
            ("proof: 11 months", "proof is at least 12 months"),
            ("suppression: 2 years", "suppression is at least 36 months"),
            ("reports: 5 hours", "reports is at least 1 days"),
            ("proofs: 3 years", "Did you mean \"proof\"?"),
            ("proof: for ever", "expected a period"),
            ("destroySuppressions: maybe", "expected true or false"),
        ])
    func refused(line: String, message: String) {
        let error = #expect(throws: PolicyError.self) { try policy("retention:\n  \(line)\n") }
        #expect(error?.description.contains(message) == true)
        #expect(error?.line == 6)
    }

    @Test("is among what policies differ in")
    func difference() throws {
        let difference = PolicyDifference(
            from: try ShippedPolicies.policy(named: "gdpr"), to: try policy("retention: {reports: 2 days}"))
        #expect(
            difference.parameters.filter { $0.name.hasPrefix("retention.") }
                .map { "\($0.name) \($0.first) \($0.second)" } == [
                    "retention.proof 36 months 72 months", "retention.reports 30 days 2 days",
                ])
    }
}
