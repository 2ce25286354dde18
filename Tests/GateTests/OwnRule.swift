import Gate
import Lists
import Policies
import TestSupport

/// A policy over the default one with a rule of its own, to see what it knows.
enum OwnRule {
    static func text(
        _ when: String, _ verdict: String = "hold", more: String = "", over parent: String = "gdpr"
    ) -> String {
        """
        policy: own
        title: A rule of its own
        description: For a test.
        extends: \(parent)
        rules:
          - id: OWN-1
            slug: own-rule
            when: \(when)
            verdict: \(verdict)
            law: a test
            override: user
            reason: The reason of the test.
            cure: The cure of the test.
            \(more)
        """
    }
}

extension Workbench {
    /// Vets a list by the default policy and a rule of the test's own.
    func vet(
        _ text: String, when: String, _ verdict: String = "hold", more: String = "", map: [String] = [],
        declared: [String] = [], name: String = "list.csv"
    ) throws -> Outcome {
        let policy = try scratch.folder.write("own.yaml", Array(OwnRule.text(when, verdict, more: more).utf8))
        var request = try request(try list(text, name: name), policy: policy)
        request.columns = try ColumnMap(parsing: map)
        var told = ToldFacts(.declaration)
        for fact in declared { try told.add(fact) }
        request.declared = told
        return try vet(request)
    }
}

extension VettingResult {
    /// What is told of the test's own rule; the default policy has notes of its own.
    var ownNotes: [Note] { notes.filter { $0.rule.id.hasPrefix("OWN-") } }
}
