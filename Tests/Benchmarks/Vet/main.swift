// Vets a list with the default policy and tells how long that took, without the start of the whole program.
// Usage: bench-vet HOME LIST OUT
//
// HOME is a ledger with the purpose newsletter, as consentgate init and wording publish make it.

import Consent
import Foundation
import Gate
import Ledger
import Origins

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    FileHandle.standardError.write(Data("usage: bench-vet HOME LIST OUT\n".utf8))
    exit(64)
}
do {
    let ledger = try Ledger(at: LedgerHome(path: arguments[1]), context: .system(), create: false)
    let policy = try PolicyChoice.resolve(nil, home: nil)
    let request = VettingRequest(
        list: arguments[2], purpose: Purpose.newsletter, policy: policy, destination: .folder(arguments[3]))
    let clock = ContinuousClock()
    let start = clock.now
    let result = try Vetting(request, ledger: ledger, catalogue: try LayoutCatalogue.shipped).run()
    let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
    let rows = Double(result.tally.rows)
    print(String(format: "%.0f rows in %.3f s, %.0f ns a row", rows, seconds, seconds * 1e9 / max(rows, 1)))
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
}
