extension SubjectDossier {
    static let template = """
        <h1>Consent dossier</h1>
        <dl class="facts">
        <dt>Person</dt><dd><strong>{{address}}</strong></dd>
        {{#controller}}<dt>Controller</dt><dd>{{text}}</dd>
        {{/controller}}<dt>Made at</dt><dd>{{madeAt}}</dd>
        </dl>
        {{#isEmpty}}<div class="panel"><p><strong>Nothing is recorded about this address.</strong></p>
        <p>No opt-in, no withdrawal and no other event in this ledger names it, up to the checkpoint below. Without a \
        recorded opt-in no list lets it through.</p></div>
        {{/isEmpty}}{{#erasedOn}}<div class="panel"><p><strong>The address is on the do-not-mail list because of an \
        erasure</strong> on {{text}}. What was recorded before that day was destroyed, unless the law had it kept. No \
        list brings the person back; only they can, by a new opt-in of their own.</p></div>
        {{/erasedOn}}{{^isEmpty}}<h2>What holds now</h2>
        {{#states}}<div class="panel"><p><strong>{{purpose}}</strong> <span class="badge {{tone}}">{{state}}</span></p>
        <p>{{why}}</p>
        {{#circumstances}}<p>{{sentence}}</p>
        {{/circumstances}}</div>
        {{/states}}<h2>Every event, oldest record first</h2>
        <p class="note">There are two clocks: when it happened, as somebody claims, and when the ledger learnt it.</p>
        {{#events}}<div class="panel">
        <p><span class="badge {{tone}}">{{kind}}</span> for <strong>{{purpose}}</strong></p>
        <dl class="facts">
        <dt>Happened</dt><dd>{{occurredAt}}</dd>
        <dt>Recorded</dt><dd>{{recordedAt}}</dd>
        {{#method}}<dt>How</dt><dd>{{text}}</dd>
        {{/method}}<dt>Grade of evidence</dt><dd>{{grade}}</dd>
        {{#wording}}<dt>What was shown</dt><dd>{{text}}</dd>
        {{/wording}}{{#source}}<dt>Where from</dt><dd>{{text}}</dd>
        {{/source}}{{#ip}}<dt>Network address</dt><dd>{{text}}</dd>
        {{/ip}}{{#reason}}<dt>Reason</dt><dd>{{text}}</dd>
        {{/reason}}{{#imported}}<dt>A claim</dt><dd>{{text}}</dd>
        {{/imported}}{{#release}}<dt>Release</dt><dd>{{text}}</dd>
        {{/release}}{{#told}}<dt>Told: {{name}}</dt><dd>{{value}}</dd>
        {{/told}}{{#controller}}<dt>Controller then</dt><dd>{{text}}</dd>
        {{/controller}}{{#evidence}}<dt>Evidence ({{kind}}, {{size}} bytes)</dt>\
        <dd><span class="{{tone}}">{{condition}}</span><br><span class="hash">{{sha256}}</span>\
        {{#file}}<br><a class="hash" href="{{text}}">{{text}}</a>{{/file}}</dd>
        {{/evidence}}{{^hasEvidence}}<dt>Evidence</dt><dd>none</dd>
        {{/hasEvidence}}<dt>Record</dt><dd><span class="hash">{{rid}}</span>, entry {{index}} of the log<br>\
        <a class="hash" href="{{receipt}}">{{receipt}}</a></dd>
        </dl></div>
        {{/events}}{{#hasWordings}}<h2>What the person was shown, word for word</h2>
        {{#wordings}}<h3>{{name}}</h3>
        <div class="verbatim">{{text}}</div>
        <dl class="facts">
        <dt>Language</dt><dd>{{language}}</dd>
        <dt>Asks for</dt><dd>{{purposes}}</dd>
        {{#validFrom}}<dt>In use from</dt><dd>{{text}}</dd>
        {{/validFrom}}<dt>Names the controller</dt><dd>{{controllerNamed}}</dd>
        <dt>Explains withdrawal</dt><dd>{{withdrawalExplained}}</dd>
        <dt>Box ticked beforehand</dt><dd>{{preTicked}}</dd>
        <dt>One box for several things</dt><dd>{{bundled}}</dd>
        <dt>A condition of the service</dt><dd>{{conditional}}</dd>
        {{#further}}<dt>{{name}}</dt><dd>{{answer}}</dd>
        {{/further}}        <dt>SHA-256 of its file</dt><dd class="hash">{{sha256}}</dd>
        <dt>Receipt</dt><dd><a class="hash" href="{{receipt}}">{{receipt}}</a></dd>
        </dl>
        {{/wordings}}{{/hasWordings}}{{/isEmpty}}<h2>How to check this</h2>
        <p>Read <a href="VERIFY.md">VERIFY.md</a>. The receipts prove every record against the signed checkpoint of the log.</p>
        <dl class="facts">
        <dt>Log</dt><dd>{{origin}}</dd>
        <dt>Entries at this checkpoint</dt><dd>{{size}}</dd>
        <dt>Root</dt><dd class="hash">{{root}}</dd>
        <dt>Verifier key</dt><dd class="hash">{{key}}</dd>
        </dl>
        <p class="note">A ledger proves that a record is unchanged since it was checkpointed, not that it was true when \
        it was written. This page holds personal data.</p>

        """
}
