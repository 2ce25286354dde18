import Policies
import Testing

@Suite("The conditions of the shipped policies")
struct ShippedPolicyRemarksTests {
    @Test("leave nothing to remark on, and are looked through to the end", arguments: ShippedPolicies.names)
    func nothing(name: String) throws {
        let analysis = try ShippedPolicies.policy(named: name).analysis()
        for remark in analysis.remarks { Issue.record("\(remark)") }
        #expect(analysis.undecided == 0)
    }
}
