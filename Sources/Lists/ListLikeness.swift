import Consent
import Origins
import Tables

/// How much a member of an archive looks like the list that is meant.
///
/// LinkedIn's archive holds dozens of tables, and their names come in the member's language: the columns tell.
struct ListLikeness {
    private let catalogue: LayoutCatalogue
    /// How many records are looked at.
    private static let previewRecords = 60

    init(_ catalogue: LayoutCatalogue) { self.catalogue = catalogue }

    /// A score that is only good to be compared; nil for what is no list of people.
    func score(of member: String, beginning: [UInt8]) -> Int? {
        guard let recognition = recognition(of: beginning) else { return nil }
        if recognition.isDecidedByFile {
            // Your own connections go before whoever stands in the archive otherwise; invitations, which are told by the
            // same proof, hold no addresses.
            let holdsAddresses = !recognition.addressColumns.isEmpty
            return switch recognition.fileOrigin.origin {
            case .linkedinConnection: holdsAddresses ? 6 : 4
            case .linkedinImportedContacts where holdsAddresses: 5
            default: 3
            }
        }
        if recognition.addressColumns.isEmpty { return nil }
        return recognition.layout == nil ? 1 : 2
    }

    private func recognition(of beginning: [UInt8]) -> Recognition? {
        let prefix = Array(beginning.prefix(DialectDetection.prefixLength))
        guard let dialect = try? DialectDetection.detect(prefix: prefix, isWholeInput: false),
            var reader = try? RecordReader(dialect: dialect, source: InMemorySource(prefix))
        else { return nil }
        var record = Record()
        var preview: [[String]] = []
        // What the beginning cuts off is no matter here.
        while preview.count < Self.previewRecords, (try? reader.next(into: &record)) == true {
            preview.append(record.allCells)
        }
        return preview.isEmpty ? nil : catalogue.recognise(preview)
    }
}
