import Testing

@testable import Policies

@Suite("The examples of the catalogue")
struct CatalogueExamplesTests {
    @Test("hold in every shipped policy", arguments: ShippedPolicies.names)
    func everywhere(name: String) throws {
        let policy = try ShippedPolicies.policy(named: name)
        for example in try CatalogueExamples.shipped() {
            let (silent, fired) = example.differences(in: policy)
            #expect(
                silent == [] && fired == [],
                "\(example.file):\(example.line): \(example.name): silent \(silent), fired \(fired)")
        }
    }
}
