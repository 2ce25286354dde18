import Pages

extension ListDossier {
    static let template =
        cover + result + fileParts + policyParts + sampleParts + releaseParts + sendingParts + wordingParts
        + proofParts + Glossary.template + closing

    private static let cover = """
        <header class="cover">
        <h1>List dossier</h1>
        <p class="lead">{{statement}}</p>
        <dl class="facts">
        <dt>Run</dt><dd class="hash">{{run}}</dd>
        <dt>Vetted at</dt><dd>{{recordedAt}}</dd>
        <dt>Purpose</dt><dd>{{purpose}}, by e-mail</dd>
        {{#case}}<dt>Case</dt><dd>{{text}}</dd>
        {{/case}}{{#controller}}<dt>Controller</dt><dd>{{text}}</dd>
        {{/controller}}<dt>Made at</dt><dd>{{madeAt}}</dd>
        <dt>Made by</dt><dd>{{program}}</dd>
        <dt>Dossier</dt><dd class="hash">{{id}}</dd>
        <dt>Log</dt><dd>{{origin}}, {{size}} entries at the signed checkpoint</dd>
        </dl>
        <p class="note">Addresses are shortened. Words that are not plain are explained at the end.</p>
        </header>
        <nav aria-label="Parts of this dossier"><ol class="toc">
        {{#parts}}<li><a href="#{{anchor}}">{{title}}</a></li>
        {{/parts}}</ol></nav>

        """

    private static let result = """
        <section class="part"><h2 id="result">What was found</h2>
        <div class="numbers"><div><b>{{rows}}</b>rows</div><div><b>{{accepted}}</b>accepted</div>\
        <div><b>{{held}}</b>held</div><div><b>{{rejected}}</b>rejected</div></div>
        {{#layout}}<p>The list was recognised as: {{text}}.</p>
        {{/layout}}{{#charts}}<h3>{{title}}</h3>
        {{#chart}}{{>chart}}{{/chart}}
        {{/charts}}{{#hasRules}}<h3>What the rules say</h3>
        <table class="stack"><thead><tr><th scope="col">Rule</th><th scope="col">Rows</th><th scope="col">Reason</th>\
        <th scope="col">Law</th></tr></thead><tbody>
        {{#rules}}<tr><th scope="row" data-label="Rule">{{title}}</th><td data-label="Rows">{{count}}</td>\
        <td data-label="Reason">{{reason}}</td><td data-label="Law">{{law}}</td></tr>
        {{/rules}}</tbody></table>{{/hasRules}}{{^hasRules}}<p>No rule kept anybody out.</p>
        {{/hasRules}}</section>

        """

    private static let fileParts = """
        <section class="part"><h2 id="files">The files, and whether one is the approved one</h2>
        <p>A file is the approved one if its SHA-256 stands in a row that says yes. On a command line: \
        <code>sha256sum FILE</code>, or <code>consentgate verify THIS-FOLDER --output FILE</code>, which answers yes or no.</p>
        <table class="stack"><thead><tr><th scope="col">File</th><th scope="col">May be imported</th>\
        <th scope="col">Bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>
        {{#files}}<tr><th scope="row" data-label="File">{{words}}</th><td data-label="May be imported">{{approved}}</td>\
        <td data-label="Bytes">{{bytes}}</td><td class="hash" data-label="SHA-256">{{sha256}}</td></tr>
        {{/files}}</tbody></table></section>

        """

    private static let policyParts = """
        <section class="part"><h2 id="policy">The policy</h2>
        <dl class="facts">
        <dt>Policy</dt><dd>{{policyName}}</dd>
        <dt>Where it came from</dt><dd>{{policySource}}</dd>
        <dt>Its digest</dt><dd class="hash">{{policyDigest}}</dd>
        </dl>
        {{#hasPolicyFiles}}<p>These are its files, word for word; the first is its own, the others are what it builds on.</p>
        <ul>{{#policyFiles}}<li><a href="{{file}}">{{file}}</a><br><span class="hash">{{sha256}}</span></li>
        {{/policyFiles}}</ul>
        {{/hasPolicyFiles}}{{#policyText}}<h3>Its own file</h3>
        <div class="verbatim">{{text}}</div>
        {{/policyText}}{{^policyText}}<p>Its files are no longer at hand.</p>
        {{/policyText}}</section>

        """

    private static let sampleParts = """
        <section class="part"><h2 id="sample">Some people, looked at again</h2>
        <p>Accepted rows with people on record: {{population}}. Drawn of them: {{drawn}}, by a number that comes from the \
        certificate itself, so that nobody could choose. The yes of each was opened, and its evidence hashed again now. \
        {{#hasFailures}}<strong>{{failures}} do not hold.</strong> One that does not hold is a reason not to send.\
        {{/hasFailures}}{{^hasFailures}}None of them failed.{{/hasFailures}}</p>
        {{#hasSample}}<table class="stack"><thead><tr><th scope="col">Row</th><th scope="col">Person</th>\
        <th scope="col">Said yes</th><th scope="col">Entry</th><th scope="col">Grade</th><th scope="col">Wording</th>\
        <th scope="col">Evidence now</th><th scope="col">State now</th><th scope="col">Finding</th></tr></thead><tbody>
        {{#items}}<tr><th scope="row" data-label="Row">{{row}}</th><td data-label="Person">{{subject}}</td>\
        <td class="when" data-label="Said yes">{{happened}}</td><td data-label="Entry">{{entry}}</td><td data-label="Grade">{{grade}}</td>\
        <td data-label="Wording">{{wording}}</td><td data-label="Evidence now">{{evidence}}</td>\
        <td data-label="State now">{{now}}</td><td data-label="Finding"><span class="badge {{tone}}">{{finding}}</span></td></tr>
        {{/items}}</tbody></table>{{/hasSample}}{{^hasSample}}<p>There was nobody to draw.</p>
        {{/hasSample}}<p class="note">Seed <span class="hash">{{seed}}</span></p></section>

        """

    private static let releaseParts = """
        <section class="part"><h2 id="releases">Releases of held rows</h2>
        {{#releasedRules}}<p>Rows that {{title}} would have held, and that passed in this run because of a release: {{count}}.</p>
        {{/releasedRules}}{{^releasedRules}}<p>No row of this run passed because of a release.</p>
        {{/releasedRules}}{{#releases}}<p>Afterwards, {{recordedAt}}: {{words}}{{#reason}}. Reason: {{text}}{{/reason}} \
        (entry {{index}})</p>
        {{/releases}}{{^releases}}<p>Nobody released a row that this run held.</p>
        {{/releases}}</section>
        <section class="part"><h2 id="suppression">The do-not-mail list</h2>
        <p>Every address of the list was looked up in it while the list was vetted, as the ledger held it at that moment. \
        Addresses on it today: {{suppressionCount}}.</p></section>

        """

    private static let sendingParts = """
        <section class="part"><h2 id="sending">The sending and the newsletter tool</h2>
        {{#tool}}<p>The accepted rows were also written in the form of the tool: {{text}}.</p>
        {{/tool}}{{^tool}}<p>No newsletter tool was named for this vetting.</p>
        {{/tool}}{{#hasDeclared}}<p>What was declared of the sending by then; nobody but the controller vouches for it.</p>
        <dl class="facts">{{#declared}}<dt>{{question}}</dt><dd>{{value}}, declared on {{since}}</dd>
        {{/declared}}</dl>{{/hasDeclared}}{{^hasDeclared}}<p>Nothing was declared of the sending by then.</p>
        {{/hasDeclared}}</section>

        """

    private static let wordingParts = """
        <section class="part"><h2 id="wordings">What the people were shown</h2>
        {{#wordings}}<h3 id="{{anchor}}">{{name}}</h3>
        <div class="verbatim" lang="{{language}}">{{text}}</div>
        <dl class="facts">{{#answers}}<dt>{{question}}</dt><dd>{{answer}}</dd>
        {{/answers}}<dt>Receipt</dt><dd><a class="hash" href="{{receipt}}">{{receipt}}</a></dd></dl>
        {{/wordings}}{{^wordings}}<p>No yes of the sample names a wording whose words are kept.</p>
        {{/wordings}}</section>

        """

    private static let proofParts = """
        <section class="part"><h2 id="proof">How to check this</h2>
        <p><a href="VERIFY.md">VERIFY.md</a> says how, with tools that every server has. The certificate is a record of the log; \
        its receipt leads to the root, and that root is signed.</p>
        <dl class="facts">
        <dt>Entry</dt><dd>{{entry}}</dd>
        <dt>Leaf hash</dt><dd class="hash">{{leafHash}}</dd>
        <dt>Receipt</dt><dd><a class="hash" href="{{receipt}}">{{receipt}}</a></dd>
        <dt>Log</dt><dd>{{origin}}</dd>
        <dt>Entries at this checkpoint</dt><dd>{{size}}</dd>
        <dt>Root</dt><dd class="hash">{{root}}</dd>
        <dt>Verifier key</dt><dd class="hash">{{key}}</dd>
        </dl></section>
        <section class="part"><h2 id="gaps">What this dossier cannot say</h2>
        <ul>
        {{#gaps}}<li>{{text}}</li>
        {{/gaps}}</ul></section>

        """

    private static let closing = """
        <p class="note">Made by {{program}} at {{madeAt}}. This is a tool, not legal advice.</p>

        """
}
