import Consent
import Cryptography
import Ledger
import MerkleLog
import Pages

extension ListTrail {
    /// The trail as one HTML page, without personal data.
    package func page() throws -> String {
        try Page.render(
            title: "Vetting \(run.description.prefix(8))", template: Self.template,
            context: [
                "run": .text(run.description), "recordedAt": .text(recordedAt.description),
                "facts": .list(
                    facts.map { fact in
                        [
                            "label": .text(fact.label), "value": .text(fact.value),
                            "isHash": .flag(fact.value.utf8.count == 64),
                        ]
                    }),
                "charts": .list(charts.map { ["title": .text($0.title), "chart": .chart($0.rows)] }),
                "index": .number(index), "size": .number(checkpoint.checkpoint.size),
                "origin": .text(checkpoint.checkpoint.origin),
                "root": .text(checkpoint.checkpoint.root.base64),
                "key": .text(verifierKey.text), "proof": .text(proof.serialized),
            ])
    }

    private static let template = """
        <h1>Vetting of a list</h1>
        <p class="note">Run <span class="hash">{{run}}</span>, recorded at {{recordedAt}}</p>
        {{#charts}}<h2>{{title}}</h2>
        {{#chart}}{{>chart}}{{/chart}}
        {{/charts}}<h2>What the certificate says</h2>
        <dl class="facts">
        {{#facts}}<dt>{{label}}</dt><dd{{#isHash}} class="hash"{{/isHash}}>{{value}}</dd>
        {{/facts}}</dl>
        <h2>Proof</h2>
        <p>This record is entry {{index}} of the {{size}} that the log has signed for.</p>
        <dl class="facts">
        <dt>Log</dt><dd>{{origin}}</dd>
        <dt>Root</dt><dd class="hash">{{root}}</dd>
        <dt>Verifier key</dt><dd class="hash">{{key}}</dd>
        </dl>
        <div class="verbatim">{{proof}}</div>

        """
}
