public import Consent

/// Finds in the rows of one list by what their people can be found again in another.
///
/// It gives texts; whoever keeps or looks them up keys them first.
public struct FingerprintReader: Sendable {
    private let places: [Place]
    private let people: PeopleVocabulary
    private let columns: ColumnVocabulary

    private struct Place: Sendable {
        let column: Int
        let meaning: ColumnMeaning?
    }

    /// Columns of which nobody knows what they are for, and in which a date or a profile is looked for all the same.
    private static let greatestUnknown = 8

    init(_ recognition: Recognition, people: PeopleVocabulary, columns: ColumnVocabulary) {
        self.people = people
        self.columns = columns
        var unknown = 0
        var places: [Place] = []
        for (column, meaning) in recognition.meanings.enumerated() {
            switch meaning {
            case .address, .otherAddress, .profile, .web, .firstName, .lastName, .fullName, .company,
                .connectedOn,
                .attributes:
                places.append(Place(column: column, meaning: meaning))
            case nil where unknown < Self.greatestUnknown:
                unknown += 1
                places.append(Place(column: column, meaning: nil))
            default: continue
            }
        }
        self.places = places
    }

    /// By what the person of a row can be found again; empty for a row that tells nothing.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell, asked only below `count`.
    ///   - count: How many cells the row has; it may be ragged.
    public func fingerprints(ofRow cell: (Int) -> String, count: Int) -> [Fingerprint] {
        draft(cell, count).fingerprints(people)
    }

    /// The day of the connection that a row tells, as `2023-10-07`; nil where it tells none or several.
    public func connectionDay(ofRow cell: (Int) -> String, count: Int) -> String? {
        let days = places.filter { $0.meaning == .connectedOn && $0.column < count }
            .flatMap { ConnectionDay(cell($0.column)).candidates }
        return days.count == 1 ? days.first : nil
    }

    private func draft(_ cell: (Int) -> String, _ count: Int) -> FingerprintDraft {
        var draft = FingerprintDraft()
        for place in places where place.column < count {
            let text = cell(place.column)
            guard !text.isEmpty else { continue }
            if place.meaning == .attributes {
                for attribute in AttributeScan(text).attributes {
                    let joined = ColumnName(attribute.names.joined(separator: "_"))
                    let meaning =
                        columns.meaning(of: joined)
                        ?? columns.meaning(of: ColumnName(attribute.names.last ?? ""))
                    draft.take(attribute.value, meaning)
                }
            } else {
                draft.take(text, place.meaning)
            }
        }
        return draft
    }
}

extension LayoutCatalogue {
    /// What finds people of a list again in another.
    public func fingerprintReader(for recognition: Recognition) -> FingerprintReader {
        FingerprintReader(recognition, people: people, columns: columns)
    }
}
