package import Origins
package import Policies

/// A column that tells a fact of its contacts.
package struct ToldColumn: Hashable, Sendable {
    /// What it tells.
    package let fact: Fact
    /// Which it is, from 0.
    package let column: Int
    /// By what that is known: the user's word, or its name.
    package let ground: ColumnGround
}

extension ColumnMap {
    /// The columns of a list that tell facts, as far as the user's words fit them.
    ///
    /// The country is the one fact that a column tells without anybody's word, and the user's word goes before its name.
    ///
    /// - Parameter column: Finds the column of a name or a number; nil where there is none.
    func told(
        in recognition: Recognition, column: (String) throws(ListError) -> Int?
    ) throws(ListError) -> [ToldColumn] {
        var told: [ToldColumn] = []
        for entry in facts {
            guard let column = try column(entry.column) else { continue }
            told.append(ToldColumn(fact: entry.fact, column: column, ground: .you))
        }
        if !facts.contains(where: { $0.fact == .rowCountry }),
            let column = recognition.columns(about: .country).first
        {
            told.append(ToldColumn(fact: .rowCountry, column: column, ground: .name))
        }
        return told
    }
}
