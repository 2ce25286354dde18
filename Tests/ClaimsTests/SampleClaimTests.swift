import Claims
import Consent
import Gate
import Lists
import TestSupport
import Testing

/// Every sample imported with a wording, and then vetted under gdpr.
@Suite("The claims of the sample lists")
struct SampleClaimTests {
    /// Samples of which the manifest expects more rows to pass than claim an opt-in that counts, and why.
    static let departures: [String: (rows: Set<Int>, why: String)] = [
        "salesforce_lead_report_footer.csv": ([], "the manifest itself: no time and no network address"),
        "pipedrive_people_export.csv": ([], "the manifest itself: a status only"),
        "tricky_linkedin_with_consent_ledger.csv": (
            [], "the claims are recorded, but a claim in a file is not the person's own opt-in: law 2"
        ),
    ]

    static let samples = Sample.all.filter {
        !["apple_contacts_linkedin.vcf", "mailman_postorius_member_export.csv", "dirt_unbalanced_quote.csv"]
            .contains($0.name)
    }

    @Test("the rows with a recorded consent pass, and no others", arguments: samples)
    func passes(sample: Sample) throws {
        let bench = try ImportBench()
        // SparkLoop's dates leave open what is the day; in the sample it is the first number.
        let order: DateOrder? = sample.name.hasPrefix("sparkloop") ? .dayFirst : nil
        try bench.take(sample.path, tool: "the tool of the sample", order: order)
        let passed = Set(
            try bench.rules(sample.path).enumerated().filter { $1 == "accept" }.map { $0.offset + 1 })
        #expect(passed == Self.departures[sample.name]?.rows ?? sample.consentRows)
    }

    @Test("without their words none passes", arguments: samples)
    func withoutWording(sample: Sample) throws {
        let bench = try ImportBench()
        try bench.take(sample.path, tool: "the tool of the sample", wording: nil, order: .dayFirst)
        #expect(try !bench.rules(sample.path).contains("accept"))
    }

    @Test("LinkedIn's own claims are recorded as claims")
    func linkedIn() throws {
        let bench = try ImportBench()
        let sample = try #require(Sample.named("tricky_linkedin_with_consent_ledger.csv"))
        let result = try bench.take(sample.path)
        #expect(result.counts == [3, 0, 3, 0])
        #expect(try bench.rules(sample.path).allSatisfy { $0 == "S01" })
    }

    @Test("there are samples to run")
    func present() { #expect(Self.samples.filter { !$0.consentRows.isEmpty }.count >= 18) }
}
