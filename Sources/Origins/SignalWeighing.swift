package import Consent

/// How signs add up to one origin.
///
/// | signs of LinkedIn | counter-signal | origin |
/// | --- | --- | --- |
/// | a proof | with or without | LinkedIn: nothing takes a proof back |
/// | a strong one | no | LinkedIn |
/// | a strong one | yes | what the counter-signal names: a sign-up form, a lead form |
/// | a medium one, and a second medium one of LinkedIn or of a scraper | no | LinkedIn |
/// | the same | yes | what the counter-signal names |
/// | one medium one, or any number of weak ones | – | decides nothing |
///
/// Where LinkedIn is not decided, the strongest other sign names the origin: proof, strong, then a
/// counter-signal (it tells the way by which the contact came), then two medium ones; else it is unknown. Of
/// several signs as strong as each other the connection goes before the profile (the least permissive answer
/// wins), and then the first.
package enum SignalWeighing {
    /// The origin that signs add up to.
    package static func origin(of signals: [Signal]) -> Origin {
        if signals.isEmpty { return .unknown }
        let ofLinkedIn = signals.filter { $0.origin.isLinkedInSourced && $0.strength != .counter }
        if let proven = strictest(ofLinkedIn, .proof) { return proven }
        let counter = signals.first { $0.strength == .counter }
        if let claimed = strictest(ofLinkedIn, .strong) ?? addedUp(ofLinkedIn, among: signals) {
            return counter?.origin ?? claimed
        }
        let others = signals.filter { !$0.origin.isLinkedInSourced && $0.origin != .unknown }
        for strength in [SignalStrength.proof, .strong, .counter] {
            if let sign = others.first(where: { $0.strength == strength }) { return sign.origin }
        }
        let medium = others.filter { $0.strength == .medium }
        return medium.count >= 2 ? medium[0].origin : .unknown
    }

    /// The origin of the signs of one strength, a connection before anything else.
    private static func strictest(_ signals: [Signal], _ strength: SignalStrength) -> Origin? {
        let origins = signals.filter { $0.strength == strength }.map(\.origin)
        return origins.first { $0 == .linkedinConnection } ?? origins.first
    }

    /// The origin of a medium sign of LinkedIn that does not stand alone.
    private static func addedUp(_ ofLinkedIn: [Signal], among all: [Signal]) -> Origin? {
        let medium = all.filter {
            $0.strength == .medium && ($0.origin.isLinkedInSourced || $0.origin == .scraper)
        }
        return medium.count >= 2 ? strictest(ofLinkedIn, .medium) : nil
    }
}
