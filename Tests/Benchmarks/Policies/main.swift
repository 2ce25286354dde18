// Measures how fast rows are judged, with what a pass remembers and by the plain walk over all rules.
// Usage: bench-policies [POLICY [MILLIONS [COMBINATIONS]]]
//
// POLICY is the name of a shipped policy, or "every" for the catalogue with all its rules on. Exit status 1 if rows that
// share 1,000 combinations are judged slower than so many millions a second (5 unless told otherwise), or if the two
// ever differ. With COMBINATIONS no other number of them is measured.

import Foundation
import Policies

let arguments = CommandLine.arguments
let name = arguments.count > 1 ? arguments[1] : ShippedPolicies.defaultName
let only = arguments.count > 3 ? Int(arguments[3]) : nil
guard arguments.count < 5, let wanted = Double(arguments.count > 2 ? arguments[2] : "5"), wanted > 0,
    arguments.count < 4 || (only ?? 0) > 0
else {
    FileHandle.standardError.write(Data("usage: bench-policies [POLICY [MILLIONS [COMBINATIONS]]]\n".utf8))
    exit(64)
}
do {
    let policy = try name == "every" ? Benchmark.everyRule() : ShippedPolicies.policy(named: name)
    let benchmark = Benchmark(policy)
    print("\(name): \(policy.rules.count) rules that ask for \(benchmark.factCount) facts\n")
    print(
        "| Combinations | Rows a second | With facts set | Plain walk | Ratio | Remembered | Memory | ns a row |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    var isGood = true
    for count in only.map({ [$0] }) ?? [1, 1_000, 60_000, 200_000] {
        guard let result = benchmark.measure(combinations: count) else {
            print("| \(count) | the policy has no so many | | | | | | |")
            continue
        }
        print(result.row)
        if count == 1_000, result.rate < wanted * 1_000_000 {
            print("\nunder the goal of \(wanted) million rows a second")
            isGood = false
        }
        if result.differences > 0 {
            print("\n\(result.differences) contacts are judged otherwise than by the plain walk")
            isGood = false
        }
    }
    exit(isGood ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
}
