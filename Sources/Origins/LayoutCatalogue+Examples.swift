internal import Consent

extension LayoutCatalogue {
    /// What is wrong with the examples of the layouts, a sentence for each fault.
    ///
    /// An example must be known as its own layout though all others are there too, and its row must have the origin
    /// that it states. The tests expect none; whoever adds a layout sees here that another one wins.
    package func faultsOfExamples() -> [String] {
        layouts.compactMap { layout in
            let example = layout.example
            let recognition = recognise([example.header, example.row])
            guard let found = recognition.layout else {
                return "the example of \(layout.id) is recognised as nothing"
            }
            guard found.id == layout.id else {
                return "the example of \(layout.id) is recognised as \(found.id)"
            }
            let origin = recognition.origin(ofRow: { example.row[$0] }, count: example.row.count).origin
            guard origin == example.origin else {
                return "the row of the example of \(layout.id) comes from \(origin.rawValue)"
            }
            return nil
        }
    }
}
