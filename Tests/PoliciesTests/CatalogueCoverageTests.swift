import Policies
import Testing

@Suite("The examples of the shipped policies")
struct CatalogueCoverageTests {
    /// Lists are left to the tests of the gate, which alone can vet them.
    @Test(
        "reach every rule and every test of a condition, with those of the catalogue",
        arguments: ShippedPolicies.names)
    func everything(name: String) throws {
        let policy = try ShippedPolicies.policy(named: name)
        let catalogue = policy.isOverCatalogue ? try CatalogueExamples.shipped() : []
        let report = try ShippedPolicies.examples(named: name).run(against: policy, catalogue: catalogue)
        for difference in report.differences { Issue.record("\(difference)") }
        for gap in report.coverage.gaps { Issue.record("\(gap)") }
        #expect(report.coverage.percent == 100)
    }
}
