/// What keeps a row from being a claim of an opt-in.
package enum ClaimLack: Sendable, Hashable {
    /// Nothing tells when the person signed up.
    case noTime
    /// There is a time, and neither a network address nor a confirmation nor a form beside it.
    case timeAlone
    /// A column that must be filled is not.
    case empty(column: String)
    /// A column does not hold what it must.
    case otherValue(column: String)
    /// A column holds what takes the claim back: never confirmed, no consent.
    case refused(column: String)
    /// Sign-up and confirmation are one moment, so that nobody confirmed.
    case sameMoment(column: String)
    /// No column names a form, or another way by which people come themselves.
    case noForm
    /// The box of consent is not ticked, or there is none.
    case noBox

    /// A word that stays the same in every version.
    package var code: String {
        switch self {
        case .noTime: "no-time"
        case .timeAlone: "time-alone"
        case .empty: "empty"
        case .otherValue: "other-value"
        case .refused: "refused"
        case .sameMoment: "same-moment"
        case .noForm: "no-form"
        case .noBox: "no-box"
        }
    }

    /// One sentence for people; it names columns, never what stands in them.
    package var text: String {
        switch self {
        case .noTime: "Nothing in the row says when the person signed up."
        case .timeAlone:
            "The row has a time of sign-up, but no network address, confirmation or form beside it."
        case .empty(let column): "Column `\(column)` is empty."
        case .otherValue(let column): "Column `\(column)` does not say that the person agreed."
        case .refused(let column): "Column `\(column)` says that there is no consent."
        case .sameMoment(let column):
            "Column `\(column)` holds the moment of the sign-up, so that nobody confirmed anything."
        case .noForm: "No column names a form at which the person signed up."
        case .noBox: "No box of consent is ticked."
        }
    }
}
