import Ledger

extension CheckupLine {
    /// How a look-up file stands, which is derived from the vault and can be removed at any time.
    init(_ file: LookUpFile) {
        let name = "look-up" + (file.purpose.map { " \($0)" } ?? "")
        let size = "\(max(1, file.byteCount >> 10)) KiB"
        let hint = "Nothing has to be done: the next vetting of a long list makes it anew."
        switch file.state {
        case .fresh(let newer):
            guard file.wrong == 0 else {
                self.init(
                    .fail, name,
                    "\(file.wrong) of \(file.compared ?? 0) subjects stand otherwise in the vault.",
                    hint:
                        "Remove the folder index of the ledger, and report this: it is a fault of the program."
                )
                return
            }
            let compared = file.compared.map { ", \($0) held against the vault" } ?? ""
            let since = newer == 0 ? "" : ", \(newer) log entries came since"
            self.init(.ok, name, "fresh: \(file.subjects) subjects, \(size)\(since)\(compared)")
        case .stale:
            self.init(.ok, name, "stale: the vault is not what it was made of (\(size))", hint: hint)
        case .damaged:
            self.init(.warn, name, "It is damaged, or not of this ledger (\(size)).", hint: hint)
        }
    }
}
