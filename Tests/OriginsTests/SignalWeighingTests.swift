import Consent
import Origins
import Testing

@Suite("Signs of an origin add up")
struct SignalWeighingTests {
    static func sign(_ strength: SignalStrength, _ origin: Origin) -> Signal {
        Signal(.words, strength, origin)
    }

    static let connectionProof = sign(.proof, .linkedinConnection)
    static let profileProof = sign(.proof, .linkedinProfile)
    static let profileStrong = sign(.strong, .linkedinProfile)
    static let connectionStrong = sign(.strong, .linkedinConnection)
    static let profileMedium = sign(.medium, .linkedinProfile)
    static let connectionMedium = sign(.medium, .linkedinConnection)
    static let profileWeak = sign(.weak, .linkedinProfile)
    static let form = sign(.counter, .signUpForm)
    static let leadForm = sign(.counter, .linkedinLeadForm)
    static let crm = sign(.strong, .crm)
    static let scraperMedium = sign(.medium, .scraper)
    static let eventStrong = sign(.strong, .event)

    @Test(
        "by one table",
        arguments: [
            ([], Origin.unknown),
            // Proof decides, whatever stands beside it.
            ([profileProof], .linkedinProfile), ([profileProof, form], .linkedinProfile),
            ([connectionProof, leadForm, form, crm], .linkedinConnection),
            ([profileProof, connectionProof], .linkedinConnection),
            // Strong decides unless something speaks against it.
            ([profileStrong], .linkedinProfile), ([profileStrong, connectionStrong], .linkedinConnection),
            ([crm, profileStrong], .linkedinProfile), ([profileStrong, form], .signUpForm),
            ([profileStrong, leadForm], .linkedinLeadForm),
            ([leadForm, form, profileStrong], .linkedinLeadForm),
            ([crm, connectionStrong, form], .signUpForm),
            // Medium needs two.
            ([connectionMedium], .unknown), ([connectionMedium, profileWeak], .unknown),
            ([connectionMedium, profileMedium], .linkedinConnection),
            ([profileMedium, scraperMedium], .linkedinProfile),
            ([profileMedium, profileMedium, form], .signUpForm),
            ([scraperMedium], .unknown), ([scraperMedium, scraperMedium], .scraper),
            ([crm, connectionMedium], .crm),
            // Weak never decides, however often.
            ([profileWeak], .unknown), ([profileWeak, profileWeak, profileWeak], .unknown),
            ([crm, profileWeak, profileWeak], .crm),
            // Where it is not LinkedIn: proof, strong, counter, two medium ones.
            ([form], .signUpForm), ([leadForm], .linkedinLeadForm), ([form, crm], .crm),
            ([eventStrong], .event),
            ([scraperMedium, scraperMedium, form], .signUpForm),
        ] as [([Signal], Origin)])
    func table(signals: [Signal], origin: Origin) {
        #expect(SignalWeighing.origin(of: signals) == origin)
    }

    @Test("where the order of the signs does not matter")
    func order() {
        let signals = [Self.crm, Self.profileStrong, Self.connectionMedium, Self.profileWeak, Self.form]
        #expect(SignalWeighing.origin(of: signals) == SignalWeighing.origin(of: signals.reversed()))
    }

    @Test("and each can be told in words that hold no cell", arguments: SignalKind.allCases)
    func text(kind: SignalKind) {
        let signal = Signal(kind, .strong, .linkedinProfile, column: 2, subject: "Profile Url")
        #expect(!signal.text.isEmpty)
        #expect(signal.id == kind.rawValue)
        #expect(Signal(kind, .strong, .linkedinProfile, column: 2).text.contains("``") == false)
    }
}
