/// Which columns of a tool's list claim that the person opted in, and when that claim holds.
///
/// Read from the key `claim` of a layout; ``OptInReader`` applies it to rows. What it finds is a claim of the
/// tool and no more: the ledger records it as imported. Names of columns stand as in the layout; they are compared
/// without case, accents and what stands between letters, and may be names of attributes in a JSON cell
/// (`optin_at` of listmonk).
package struct ClaimRule: Sendable, Hashable {
    /// Values that a column must hold, or must not.
    package struct Expectation: Sendable, Hashable {
        /// The names under which the column goes.
        package let columns: [String]
        /// What may stand in it.
        package let words: CellWords
    }

    /// When the person signed up; of several names the first that is filled counts.
    package var time: [String] = []
    /// From which network address.
    package var ip: [String] = []
    /// When the person confirmed.
    package var confirmedTime: [String] = []
    /// From which network address the person confirmed.
    package var confirmedIP: [String] = []
    /// The form, page or source by which the person came.
    ///
    /// If there are any, one of them must tell of a way by which people come themselves: a form, a web visit, a
    /// referring page; an upload or LinkedIn is none.
    package var form: [String] = []
    /// Whether the opt-in was single or double.
    package var method: [String] = []
    /// The wording that the person saw.
    package var wording: [String] = []
    /// Columns that must be filled; of each inner list one.
    package var requires: [[String]] = []
    /// Columns that must hold one of some values.
    package var values: [Expectation] = []
    /// Columns that must not hold any of some values (`inactive`: never confirmed).
    package var unless: [Expectation] = []
    /// Pairs of columns that must not hold the same: a confirmation in the second of the sign-up is none.
    package var differs: [[String]] = []
    /// Whether a box of consent, whatever the user called its column, must be ticked.
    package var needsBox = false
    /// Columns that an import of the tool fills too: what many rows share there to the second is its moment.
    package var shared: [String] = []
    /// Columns that look like consent and are none.
    package var never: [String] = []

    /// Whether the rule says itself what has to stand beside the time.
    var hasConditions: Bool {
        !requires.isEmpty || !values.isEmpty || !differs.isEmpty || needsBox || !form.isEmpty
    }

    /// All columns that the rule names.
    var columns: [String] {
        time + ip + confirmedTime + confirmedIP + form + method + wording + requires.flatMap(\.self)
            + values.flatMap(\.columns) + unless.flatMap(\.columns) + differs.flatMap(\.self) + shared + never
    }
}
