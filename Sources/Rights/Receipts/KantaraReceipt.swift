import CanonicalJSON
public import Consent

/// A consent receipt that another system wrote in the form of Kantara Consent Receipt 1.1.
///
/// It is a claim: whoever wrote it could have written something else. What is wrong with it is told with the path of
/// the member. The rules are our own, made of the fields that the specification asks for.
public struct KantaraReceipt: Sendable {
    /// A purpose that it says was agreed to.
    public struct ClaimedPurpose: Hashable, Sendable {
        /// Where it stands, as `services[0].purposes[1]`.
        public let path: String
        /// Its name, if it has one.
        public let name: String?
        /// Whether it says that the yes was explicit.
        public let isExplicit: Bool
    }

    static let version = "KI-CR-v1.1.0"
    /// The member with what the form has no place for.
    static let `extension` = "x-consentgate"

    /// Whom it is about, as it says: an address, or a name that another system gives.
    ///
    /// Personal data.
    public let principal: String
    /// When the yes was given, as it says.
    public let givenAt: Instant
    /// How it was collected, as it says.
    public let collectionMethod: String
    /// Who may rely on it.
    public let controllers: [String]
    /// What was agreed to.
    public let purposes: [ClaimedPurpose]
    /// The name of the receipt.
    public let receiptID: String

    /// Reads a receipt.
    ///
    /// - Parameters:
    ///   - bytes: JSON, UTF-8.
    ///   - now: The present moment; a yes of the future is none.
    /// - Throws: ``RightsError/Code/invalidReceipt`` with the first members that are wrong.
    public init(parsing bytes: [UInt8], now: Instant) throws(RightsError) {
        guard let json = try? JSONValue(reading: bytes), json.members != nil else {
            throw RightsError(
                .invalidReceipt, "This is no JSON object, or one with fractions or numbers beyond 2^53.",
                hint: "A Kantara consent receipt is one JSON object with the member \"version\".")
        }
        var check = KantaraCheck()
        check.version(json)
        _ = check.text(json, "jurisdiction")
        let seconds = check.timestamp(json, now: now)
        let method = check.text(json, "collectionMethod")
        let receiptID = check.text(json, "consentReceiptID")
        let principal = check.text(json, "piiPrincipalId")
        let controllers = check.controllers(json)
        _ = check.text(json, "policyUrl")
        let purposes = check.services(json)
        check.sensitivity(json)
        try check.finish()
        self.principal = principal
        givenAt = Instant(seconds: seconds)
        collectionMethod = method
        self.controllers = controllers
        self.purposes = purposes
        self.receiptID = receiptID
    }

    /// Whether it names a controller, in whatever case.
    public func names(_ controller: Controller) -> Bool {
        controllers.contains { $0.lowercased() == controller.name.lowercased() }
    }
}
