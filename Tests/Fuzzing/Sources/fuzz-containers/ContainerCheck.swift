import Containers
import Tables

/// Opens a file as a user's would be, reads it twice, and holds what comes out against what must always be true.
struct ContainerCheck {
    let bytes: [UInt8]
    let limits: ContainerLimits
    let member: String?
    let isScored: Bool

    /// - Parameters:
    ///   - way: what is made of the bytes before they are opened, and how narrow the limits are.
    ///   - naming: which member is asked for, if any, and whether members are scored.
    init(_ bytes: [UInt8], way: UInt8, naming: UInt8) {
        self.bytes = way & 1 == 0 ? bytes : StoredWorkbook(parts: bytes).bytes
        limits = way & 2 == 0 ? .roomy : .narrow
        let names = [nil, nil, "list.csv", "Connections.csv", "People", "Book.xlsx/People", "nobody", ""]
        member = names[Int(naming & 7)]
        isScored = naming & 8 != 0
    }

    func run() {
        let content: Content
        do {
            content = try Content.open(
                InMemoryInput(bytes), member: member, limits: limits,
                score: isScored ? { $0.utf8.count + $1.count } : nil)
        } catch {
            check(error)
            return
        }
        check(content)
        let first = Reading(of: content, chunk: 16 * 1024)
        rewind(content)
        let second = Reading(of: content, chunk: 61)
        precondition(first.isSame(as: second), "read differently the second time")
        if content.kind != .plain {
            rewind(content)
            readTable(content, after: first)
        }
    }

    private func rewind(_ content: Content) {
        do { try content.rewind() } catch { check(error) }
    }

    /// What a user is told must be words that can be printed.
    private func check(_ content: Content) {
        for remark in content.remarks { checkWords(remark.text) }
        precondition((content.dialect == nil) == (content.kind == .plain), "a table in no known form")
    }

    private func check(_ error: any Error) {
        guard let error = error as? ContainerError else {
            preconditionFailure("an error of another kind")
        }
        checkWords(error.what)
        checkWords(error.hint)
        if let member = error.member { checkWords(member) }
        precondition((error.line ?? 1) > 0, "a line before the first")
    }

    private func checkWords(_ text: String) {
        precondition(!text.isEmpty && text.utf8.count < 4_000, "no words, or too many")
        precondition(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "a control")
    }

    /// A table that is made here is one that the reader of tables takes, and each row says where it stands.
    private func readTable(_ content: Content, after first: Reading) {
        var record = Record()
        var place = 0
        do throws(TableError) {
            guard let dialect = content.dialect else { return }
            var reader = try RecordReader(dialect: dialect, source: content)
            while try reader.next(into: &record) {
                precondition(
                    !record.hasLooseQuotes && record.unclosedQuoteLine == nil, "quotes that are loose")
                switch content.place(ofRecord: record.number) {
                case .line(let here), .row(let here):
                    precondition(here > 0 && here >= place, "places run backwards")
                    place = here
                case nil: precondition(record.number == 1, "a row that stands nowhere")
                }
            }
            precondition(first.error == nil, "an error that comes and goes")
        } catch {
            precondition(error.code == .unreadable || error.code == .tooManyCells || first.error == nil)
            precondition(first.error != nil || content.failure == nil, "an error that comes and goes")
        }
    }
}
