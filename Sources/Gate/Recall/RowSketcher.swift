import Consent
import Ledger
import Lists
import Origins
import Policies
import Tables

/// Works out for many rows at once what is needed to know them again.
struct RowSketcher {
    /// A column that a judgement depends on.
    private struct Column {
        let index: Int
        /// How it counts for the origin; nil where it does not.
        let likeness: CellLikeness?
        var numbers: CellNumbers
    }

    private var columns: [Column] = []
    private let width: Int
    private let addressColumn: Int
    private let hasher: KeyedHash
    private let addresses: AddressHasher
    private let suppression: SuppressionFilter
    private var reader = PlainAddressReader()
    /// Tells rows without an at sign.
    private let rowTest: PlainRowTest
    /// The normal form of an address.
    private var text: [UInt8] = []
    /// Where references to LinkedIn may stand.
    private var references = ByteGroups()

    /// - Parameters:
    ///   - stretch: The list that the rows belong to.
    ///   - told: The columns that tell facts which are read.
    ///   - suppression: Who surely is not on the do-not-mail list.
    /// - Returns: Nil where rows of the list have to be read one by one.
    init?(
        _ stretch: Stretch, _ rowTest: PlainRowTest, told: [ToldColumn], hasher: KeyedHash,
        _ addresses: AddressHasher,
        _ suppression: SuppressionFilter
    ) {
        guard stretch.isInPlace, let addressColumn = stretch.recognition.addressColumns.first,
            addressColumn < stretch.recognition.headers.count
        else { return nil }
        self.addressColumn = addressColumn
        self.rowTest = rowTest
        self.hasher = hasher
        self.addresses = addresses
        self.suppression = suppression
        width = stretch.recognition.headers.count
        // A time or a number that a row tells may be held against one of the ledger's.
        guard !told.contains(where: { $0.fact.type.isWide }) else { return nil }
        let told = Set(told.map(\.column))
        let likenesses = stretch.recognition.likenesses
        // A fact may depend on all that stands in a cell.
        columns = likenesses.filter { !told.contains($0.column) }.map {
            Column(
                index: $0.column, likeness: $0,
                numbers: CellNumbers(from: CellLikeness.firstFreeNumber, hasher: hasher))
        }
        columns += told.sorted().map {
            Column(index: $0, likeness: nil, numbers: CellNumbers(from: 0, hasher: hasher))
        }
        // The first number is that of the mailbox.
        guard columns.count < RowGuise.capacity, columns.allSatisfy({ $0.index < width }) else { return nil }
    }

    /// Looks at the rows of a block from one on.
    mutating func sketch(_ block: borrowing PlainBlock, from first: Int, into sketch: inout BlockSketch) {
        sketch.clear()
        references.find(Recognition.signsOfReferences, in: block.bytes.span)
        let cells = block.cells.span
        let records = block.records.span
        for index in records.indices {
            sketch.append(
                index < first
                    ? nil
                    : row(records[index], cells.extracting(records[index].cells), of: block))
        }
    }

    /// Nil for a row that has to be read by itself.
    ///
    /// - Parameters:
    ///   - cells: The cells of the record.
    ///   - block: Where it stands.
    private mutating func row(
        _ record: PlainRecord, _ cells: Span<PlainCell>, of block: borrowing PlainBlock
    ) -> RowSketch? {
        let (bytes, rewritten) = (block.bytes.span, block.rewritten.span)
        guard record.cellCount == width else { return nil }
        text.removeAll(keepingCapacity: true)
        let place = cells[addressColumn]
        let addressCell =
            place.isRewritten ? rewritten.extracting(place.range) : bytes.extracting(place.range)
        let address: AddressGuise
        switch reader.read(addressCell, into: &text) {
        case .address(let read): address = .address(read.mailbox, repair: read.repair)
        case .malformed(let reason):
            // Without an at sign a record may be no row at all.
            guard Self.holdsSign(addressCell) || rowTest.isRow(record, of: block) else { return nil }
            address = .malformed(reason)
        case .notPlain: return nil
        }
        var guise = RowGuise()
        guise.set(0, to: address.number)
        let mayRefer = references.mayHold(record.range)
        for place in columns.indices {
            let range = cells[columns[place].index]
            let cell = range.isRewritten ? rewritten.extracting(range.range) : bytes.extracting(range.range)
            if let known = columns[place].likeness?.number(of: cell, mayRefer: mayRefer) {
                guise.set(place + 1, to: known)
            } else if let number = columns[place].numbers.number(of: cell) {
                guise.set(place + 1, to: number)
            } else {
                return nil
            }
        }
        guise.seal(hasher)
        let formulas = Self.countFormulas(cells, of: block)
        if text.isEmpty {
            return RowSketch(
                key: nil, lookup: (0, 0), address: address, guise: guise, formulaCells: formulas)
        }
        if suppression.mayHold(text.span) { return nil }
        return RowSketch(
            key: hasher.hash(text.span), lookup: addresses.halves(of: text.span), address: address,
            guise: guise, formulaCells: formulas)
    }

    private static func countFormulas(_ cells: Span<PlainCell>, of block: borrowing PlainBlock) -> UInt32 {
        let (bytes, rewritten) = (block.bytes.span, block.rewritten.span)
        var count: UInt32 = 0
        for index in cells.indices {
            let cell = cells[index]
            guard cell.end > cell.start else { continue }
            if !cell.isRewritten, !mayBeginFormula(bytes[Int(cell.start)]) { continue }
            let isFormula =
                cell.isRewritten
                ? looksLikeFormula(rewritten.extracting(cell.range))
                : looksLikeFormula(bytes.extracting(cell.range))
            // A record has fewer cells than that.
            if isFormula { count &+= 1 }
        }
        return count
    }

    private static func holdsSign(_ cell: Span<UInt8>) -> Bool {
        for index in cell.indices where cell[index] == UInt8(ascii: "@") { return true }
        return false
    }
}
