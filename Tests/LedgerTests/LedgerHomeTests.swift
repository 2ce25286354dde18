import Ledger
import Testing

@Suite("Where a ledger lies")
struct LedgerHomeTests {
    @Test(
        "is what the user says, else what the environment says",
        arguments: [
            ("here", ["CONSENTGATE_HOME": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"], "here"),
            ("", ["CONSENTGATE_HOME": "/a", "HOME": "/c"], "/a"),
            (nil, ["CONSENTGATE_HOME": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"], "/a"),
            (nil, ["CONSENTGATE_HOME": "relative"], "relative"),
            (nil, ["CONSENTGATE_HOME": "", "XDG_DATA_HOME": "/b", "HOME": "/c"], "/b/consentgate"),
            (nil, ["XDG_DATA_HOME": "/b/"], "/b/consentgate"),
            (nil, ["XDG_DATA_HOME": "relative", "HOME": "/c"], "/c/.local/share/consentgate"),
            (nil, ["XDG_DATA_HOME": "", "HOME": "/c"], "/c/.local/share/consentgate"),
            (nil, ["HOME": ""], nil), (nil, [:], nil),
        ] as [(String?, [String: String], String?)])
    func locate(given: String?, environment: [String: String], path: String?) {
        #expect(LedgerHome.locate(given: given, environment: environment)?.path == path)
    }
}
