import Consent
import Ledger

extension SubjectExport {
    /// Every record, with what it says and what shows it.
    func records() -> [Letter.Block] {
        entries.enumerated().flatMap { place, entry -> [Letter.Block] in
            let kind = words.name(.kind, entry.record.event.kind.rawValue)
            return [
                .subheading(words(.recordHeading, ["number": String(place + 1), "kind": kind])),
                .facts(facts(of: entry)),
            ]
        }
    }

    private func facts(of entry: Entry) -> [(name: String, value: String)] {
        let record = entry.record
        let event = record.event
        var rows: [(name: String, value: String)] = []
        func add(_ phrase: Phrase, _ value: String?) { if let value { rows.append((words[phrase], value)) } }
        add(.recordPurpose, event.purpose == .everything ? words[.allMail] : event.purpose.id)
        let isBookkeeping = event.kind.isBookkeeping
        add(.recordTime, event.occurredAt.map(Moment.words) ?? (isBookkeeping ? nil : words[.notTold]))
        add(.recordLearnt, Moment.words(event.recordedAt))
        add(.recordMethod, event.method.map { words.name(.method, $0.rawValue) })
        add(.recordWording, event.wording?.description)
        add(.source, record.imported.map { words(.sourceImport, ["system": $0.system]) } ?? record.source)
        add(.networkAddress, record.ip ?? record.imported?.confirmedIP)
        add(.recordReason, record.reason)
        // What is told with a request stands under what the person asked.
        for (name, value) in record.told.sorted(by: { $0.key < $1.key }) where !isBookkeeping {
            rows.append(words.told(name, value))
        }
        for file in entry.files { add(.evidence, line(file)) }
        add(.recordName, record.rid.description)
        return rows
    }

    private func line(_ file: File) -> String {
        let (kind, digest) = (file.evidence.kind, file.evidence.digest.hex)
        return switch file.fate {
        case .enclosed: words(.evidenceEnclosed, ["file": file.name])
        case .shared: words(.evidenceShared, ["kind": kind])
        case .elsewhere: words(.evidenceKept, ["kind": kind, "digest": digest])
        case .lost: words(.evidenceLost, ["kind": kind, "digest": digest])
        }
    }
}
