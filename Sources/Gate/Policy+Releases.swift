package import Ledger
package import Policies

extension Policy {
    /// The rules that releases lift, as indices of the policy's rules: each only as far as the role of who released it
    /// reaches under this policy.
    package func lifted(by releases: [Release]) -> Set<Int> {
        guard !releases.isEmpty else { return [] }
        return Set(
            rules.indices.filter { index in
                let rule = rules[index]
                return releases.contains { release in
                    release.rules.contains(rule.id) && rule.canBeReleased(by: release.role)
                }
            })
    }

    /// The rules among the findings of a judgement whose holds were released.
    package func released(_ judgement: Judgement, of lifted: Set<Int>) -> [Int] {
        judgement.findings.filter {
            lifted.contains($0) && rules.indices.contains($0) && rules[$0].effect == .hold
        }
    }
}
