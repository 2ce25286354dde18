import CanonicalJSON
import Consent

/// Looks at the members of a Kantara consent receipt one by one, and gathers what is wrong with them.
struct KantaraCheck {
    private var problems: [String] = []

    /// Problems that are told; a file of something else has one a member.
    private static let greatestCount = 8
    /// Items of a list that are looked at.
    private static let greatestList = 1000
    /// A second after this is a millisecond that somebody wrote for one: the year 5138.
    private static let greatestSeconds: Int64 = 100_000_000_000

    /// Throws what was found.
    func finish() throws(RightsError) {
        guard !problems.isEmpty else { return }
        let shown = problems.prefix(Self.greatestCount)
        let more = problems.count - shown.count
        throw RightsError(
            .invalidReceipt,
            "This is no Kantara consent receipt that can be taken:\n"
                + shown.joined(separator: "\n") + (more > 0 ? "\nand \(more) more" : ""),
            hint: "Ask whoever made it to mend these members.")
    }

    private mutating func find(_ path: String, _ problem: String) { problems.append("\(path): \(problem)") }

    /// A text that must be there and say something.
    mutating func text(_ json: JSONValue, _ name: String, at path: String = "") -> String {
        let place = path.isEmpty ? name : "\(path).\(name)"
        guard let value = json[name] else {
            find(place, "is missing")
            return ""
        }
        guard let text = value.text else {
            find(place, "is no text")
            return ""
        }
        if !text.contains(where: { !$0.isWhitespace }) { find(place, "is blank") }
        if text.utf8.count > 2000 { find(place, "is longer than 2000 bytes") }
        return text
    }

    mutating func version(_ json: JSONValue) {
        let version = text(json, "version")
        if !version.isEmpty, version != KantaraReceipt.version {
            find("version", "is not \(KantaraReceipt.version)")
        }
    }

    /// Seconds since 1970.
    mutating func timestamp(_ json: JSONValue, now: Instant) -> Int64 {
        let path = "consentTimestamp"
        guard let value = json[path] else {
            find(path, "is missing")
            return 0
        }
        guard let seconds = value.number else {
            find(path, "is no whole number of seconds since 1970")
            return 0
        }
        if seconds < 0 {
            find(path, "is negative")
        } else if seconds > Self.greatestSeconds {
            find(path, "seems to count milliseconds; the specification asks for seconds")
        } else if Instant(seconds: seconds) > now {
            find(path, "lies in the future")
        }
        return seconds
    }

    private mutating func list(_ json: JSONValue, _ name: String, at path: String = "") -> [JSONValue] {
        let place = path.isEmpty ? name : "\(path).\(name)"
        guard let value = json[name] else {
            find(place, "is missing")
            return []
        }
        guard let items = value.items else {
            find(place, "is no list")
            return []
        }
        if items.isEmpty { find(place, "is empty") }
        if items.count > Self.greatestList { find(place, "has more than \(Self.greatestList) items") }
        return Array(items.prefix(Self.greatestList))
    }

    /// The names of the controllers.
    mutating func controllers(_ json: JSONValue) -> [String] {
        var names: [String] = []
        for (place, party) in list(json, "piiControllers").enumerated() {
            let path = "piiControllers[\(place)]"
            names.append(text(party, "piiController", at: path))
            for name in ["contact", "email", "phone"] { _ = text(party, name, at: path) }
            if party["address"]?.members == nil {
                find("\(path).address", party["address"] == nil ? "is missing" : "is no object")
            }
        }
        return names
    }

    /// What was agreed to.
    mutating func services(_ json: JSONValue) -> [KantaraReceipt.ClaimedPurpose] {
        var purposes: [KantaraReceipt.ClaimedPurpose] = []
        for (place, service) in list(json, "services").enumerated() {
            let path = "services[\(place)]"
            _ = text(service, "service", at: path)
            for (number, purpose) in list(service, "purposes", at: path).enumerated() {
                purposes.append(self.purpose(purpose, at: "\(path).purposes[\(number)]"))
            }
        }
        return purposes
    }

    private mutating func purpose(_ json: JSONValue, at path: String) -> KantaraReceipt.ClaimedPurpose {
        let type = text(json, "consentType", at: path)
        _ = list(json, "purposeCategory", at: path)
        _ = list(json, "piiCategory", at: path)
        _ = text(json, "termination", at: path)
        switch json["thirdPartyDisclosure"]?.truth {
        case nil: find("\(path).thirdPartyDisclosure", "is not true or false")
        case true?: _ = text(json, "thirdPartyName", at: path)
        case false?: break
        }
        return .init(path: path, name: json["purpose"]?.text, isExplicit: type.uppercased() == "EXPLICIT")
    }

    mutating func sensitivity(_ json: JSONValue) {
        if json["sensitive"]?.truth == nil { find("sensitive", "is not true or false") }
        guard let categories = json["spiCat"] else { return find("spiCat", "is missing") }
        if categories.items == nil { find("spiCat", "is no list") }
    }
}
