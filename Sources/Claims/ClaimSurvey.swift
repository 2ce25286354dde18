import Cryptography

/// What the first reading of a list of claims learnt.
struct ClaimSurvey {
    /// The digest of the list.
    let digest: Digest
    /// The order of its dates, and the moments that many rows share.
    let times: TimeSurvey
    /// Whose claims they are.
    let system: String
}
