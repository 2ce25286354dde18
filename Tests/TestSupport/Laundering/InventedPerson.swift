/// Somebody who does not exist, as a list of LinkedIn connections has them or another list.
struct InventedPerson {
    /// A letter and a number that say in the outputs whether the row is laundered: `L…`, or `I…` for an innocent.
    var ref: String
    var first: InventedNames.Name
    var middle: InventedNames.Name?
    var last: InventedNames.Name
    var company: String
    var form: String
    var address: String?
    var slug: String
    /// Year, month and day of the connection.
    var day: (year: Int, month: Int, day: Int)

    /// What no two of the innocents and the connections share.
    var identity: String { "\(first.own) \(last.own) \(company)" }

    var name: (first: String, last: String) {
        (middle.map { "\(first.own) \($0.own)" } ?? first.own, last.own)
    }

    var wholeCompany: String {
        company.isEmpty || form.isEmpty ? company : "\(company)\(form == "Inc." ? "," : "") \(form)"
    }

    init(ref: String, _ picks: inout SeededPicks) {
        self.ref = ref
        first = picks.one(of: InventedNames.first)
        last = picks.one(of: InventedNames.last)
        middle = picks.chance(8) ? picks.one(of: InventedNames.first) : nil
        (company, form) = picks.one(of: InventedNames.companies)
        // Some have no employer, and some say so.
        if picks.chance(3) {
            (company, form) = ("", "")
        } else if picks.chance(2) {
            (company, form) = ("Freelance", "")
        }
        address = picks.chance(30) ? "\(ref.lowercased())@mail.example" : nil
        slug = "invented-\(ref.lowercased())-\(picks.number(below: 900_000) + 100_000)"
        day = (2015 + picks.number(below: 11), 1 + picks.number(below: 12), 1 + picks.number(below: 28))
    }
}
