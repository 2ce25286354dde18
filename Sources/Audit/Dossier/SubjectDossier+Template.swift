extension SubjectDossier {
    static let template =
        cover + found + states + timelineTable + consentParts + eventParts + wordingParts + listParts
        + requestParts + recipientParts + proofParts + gapParts + Glossary.template + closing

    private static let cover = """
        <header class="cover">
        <h1>Consent dossier</h1>
        <p class="lead">What {{#controller}}{{text}}{{/controller}}{{^controller}}this organisation{{/controller}} has on \
        record about one person{{#asOf}}, {{text}}{{/asOf}}.</p>
        <dl class="facts">
        <dt>Person</dt><dd><strong>{{address}}</strong></dd>
        {{#case}}<dt>Case</dt><dd>{{text}}</dd>
        {{/case}}{{#controller}}<dt>Controller</dt><dd>{{text}}</dd>
        {{/controller}}<dt>Made at</dt><dd>{{madeAt}}</dd>
        {{#asOf}}<dt>As of</dt><dd>{{text}}</dd>
        {{/asOf}}<dt>Made by</dt><dd>{{program}}</dd>
        {{#policy}}<dt>Policy in force</dt><dd>{{name}}<br><span class="hash">{{sha256}}</span></dd>
        {{/policy}}<dt>Dossier</dt><dd class="hash">{{id}}</dd>
        <dt>Log</dt><dd>{{origin}}, {{size}} entries at the signed checkpoint</dd>
        </dl>
        <p class="note">This document holds personal data. Words that are not plain are explained at its end.</p>
        </header>
        <nav aria-label="Parts of this dossier"><ol class="toc">
        {{#parts}}<li><a href="#{{anchor}}">{{title}}</a></li>
        {{/parts}}</ol></nav>
        {{#isEmpty}}<div class="panel"><p><strong>Nothing is recorded about this address.</strong></p>
        <p>No opt-in, no withdrawal and no other event in this ledger names it, up to the checkpoint below. Without a \
        recorded opt-in no list lets it through.</p></div>
        {{/isEmpty}}{{#erasedOn}}<div class="panel"><p><strong>The address is on the do-not-mail list because of an \
        erasure</strong> on {{text}}. What was recorded before that day was destroyed, unless the law had it kept. No \
        list brings the person back; only they can, by a new opt-in of their own.</p></div>
        {{/erasedOn}}
        """

    private static let found = """
        <section class="part"><h2 id="person">How this person was found</h2>
        <p>The vault of the ledger holds no list of addresses. The address was brought into its normal form (small letters, \
        no blanks around it), a keyed look-up was computed from it, and the records under that look-up were opened.</p>
        <dl class="facts">
        <dt>Address in normal form</dt><dd>{{address}}</dd>
        <dt>Keyed look-up</dt><dd class="hash">{{lookup}}</dd>
        <dt>Records found</dt><dd>{{count}}</dd>
        <dt>Lists found</dt><dd>{{listCount}}</dd>
        </dl>
        <p class="note">Another address of the same person is another look-up, and was not searched for. The country and age of \
        the person are not recorded.</p></section>

        """

    private static let states = """
        {{^isEmpty}}<section class="part"><h2 id="state">What holds</h2>
        {{#states}}<div class="panel"><h3>{{purpose}}: <span class="badge {{tone}}">{{state}}</span></h3>
        <p>{{why}}</p>
        {{#circumstances}}<p>{{sentence}}</p>
        {{/circumstances}}{{#verdict}}<p>A list that says nothing but the address would be decided on so: \
        <strong>{{verdict}}</strong>{{#rule}}, by rule {{text}}{{/rule}}. {{#reason}}{{text}}{{/reason}}</p>
        {{/verdict}}</div>
        {{/states}}{{^states}}<p>Neither a yes nor a stop is recorded.</p>
        {{/states}}</section>

        """

    private static let timelineTable = """
        <section class="part"><h2 id="timeline">What happened, in both clocks</h2>
        <table class="stack"><caption>In the order in which it happened. Happened is when it was, as somebody claims; \
        recorded is when the ledger learnt of it.</caption>
        <thead><tr><th scope="col">Happened</th><th scope="col">Recorded</th><th scope="col">What</th>\
        <th scope="col">For</th><th scope="col">Entry</th></tr></thead><tbody>
        {{#timeline}}<tr><td data-label="Happened">{{occurredAt}}</td><td data-label="Recorded">{{recordedAt}}</td>\
        <th scope="row" data-label="What"><a href="#entry-{{entry}}">{{kind}}</a></th><td data-label="For">{{purpose}}</td>\
        <td data-label="Entry">{{entry}}</td></tr>
        {{/timeline}}</tbody></table></section>

        """

    /// The rows of an event that a yes and every other event share.
    private static let eventRows = """
        <dt>Happened</dt><dd>{{occurredAt}}</dd>
        <dt>Recorded</dt><dd>{{recordedAt}}</dd>
        {{#method}}<dt>How</dt><dd>{{text}}</dd>
        {{/method}}<dt>Grade of evidence</dt><dd>{{grade}}</dd>
        {{#source}}<dt>Where from</dt><dd>{{text}}</dd>
        {{/source}}{{#ip}}<dt>Network address</dt><dd>{{text}}</dd>
        {{/ip}}{{#reason}}<dt>Reason</dt><dd>{{text}}</dd>
        {{/reason}}{{#imported}}<dt>A claim</dt><dd>{{text}}</dd>
        {{/imported}}{{#release}}<dt>Release</dt><dd>{{text}}</dd>
        {{/release}}{{#told}}<dt>{{name}}</dt><dd>{{value}}</dd>
        {{/told}}{{#actor}}<dt>Controller then</dt><dd>{{text}}</dd>
        {{/actor}}<dt>Record</dt><dd><span class="hash">{{rid}}</span>, entry {{entry}} of the log<br>\
        <a class="hash" href="{{receipt}}">{{receipt}}</a></dd>
        </dl>
        {{#evidence}}<figure class="evidence">{{#picture}}<img src="{{text}}" alt="Copy of what was shown or sent: evidence {{short}}">
        {{/picture}}<figcaption>Evidence ({{kind}}, {{bytes}} bytes). Looked at now: <strong>{{condition}}</strong>.<br>\
        {{#file}}<a class="hash" href="{{text}}">{{text}}</a>{{/file}}{{^file}}<span class="hash">{{sha256}}</span>{{/file}}\
        </figcaption></figure>
        {{/evidence}}{{^hasEvidence}}<p><strong>No evidence was recorded with it.</strong></p>
        {{/hasEvidence}}
        """

    private static let consentParts = """
        <section class="part"><h2 id="consents">Each yes of the person</h2>
        {{#consents}}<article class="panel act" id="entry-{{entry}}"><h3>Yes for {{purpose}}, entry {{entry}}</h3>
        <p>{{#isStanding}}This is the yes that counts.{{/isStanding}}{{^isStanding}}This yes does not count now: see what \
        holds, above.{{/isStanding}}</p>
        <h4>The act</h4>
        <dl class="facts">
        \(eventRows)
        <h4>What the person was shown</h4>
        {{#wording}}<div class="verbatim" lang="{{language}}">{{text}}</div>
        <p>Wording <a href="#{{anchor}}">{{name}}</a>, word for word.</p>
        {{/wording}}{{^wording}}<p><strong>Not known.</strong> {{#named}}The wording {{text}} is named, and its words are not \
        kept.{{/named}}</p>
        {{/wording}}<h4>Was it the owner of the mailbox?</h4>
        <p>{{confirmationWords}}</p>
        <dl class="facts">{{#requestedAt}}<dt>Asked to join</dt><dd>{{text}}</dd>
        {{/requestedAt}}<dt>Said yes</dt><dd>{{occurredAt}}</dd>
        {{#confirmedAt}}<dt>Clicked, as claimed</dt><dd>{{text}}</dd>
        {{/confirmedAt}}{{#confirmedIP}}<dt>From, as claimed</dt><dd>{{text}}</dd>
        {{/confirmedIP}}</dl>
        <h4>Origin and notice</h4>
        <p>{{origin}}</p>
        <dl class="facts">{{#notice}}<dt>{{duty}}</dt><dd>{{answer}}</dd>
        {{/notice}}</dl>
        {{#expiresAt}}<p>It was agreed that this yes ends at {{text}}.</p>
        {{/expiresAt}}</article>
        {{/consents}}{{^consents}}<p>No yes is recorded.</p>
        {{/consents}}</section>

        """

    private static let eventParts = """
        <section class="part"><h2 id="events">Everything else that was recorded</h2>
        {{#others}}<article class="panel act" id="entry-{{entry}}"><h3><span class="badge {{tone}}">{{kind}}</span> for \
        {{purpose}}, entry {{entry}}</h3>
        <dl class="facts">
        \(eventRows)</article>
        {{/others}}{{^others}}<p>Nothing else is recorded.</p>
        {{/others}}</section>

        """

    private static let wordingParts = """
        <section class="part"><h2 id="wordings">The wordings</h2>
        {{#wordings}}<h3 id="{{anchor}}">{{name}}</h3>
        <div class="verbatim" lang="{{language}}">{{text}}</div>
        <dl class="facts">
        <dt>Language</dt><dd>{{language}}</dd>
        <dt>Asks for</dt><dd>{{purposes}}</dd>
        <dt>In use from</dt><dd>{{validFrom}}</dd>
        <dt>Published here</dt><dd>{{publishedAt}}, entry {{index}}</dd>
        {{#answers}}<dt>{{question}}</dt><dd>{{answer}}</dd>
        {{/answers}}<dt>SHA-256 of its file</dt><dd class="hash">{{sha256}}</dd>
        <dt>Its text</dt><dd><a href="{{file}}">{{file}}</a></dd>
        <dt>Receipt</dt><dd><a class="hash" href="{{receipt}}">{{receipt}}</a></dd>
        </dl>
        {{/wordings}}{{^wordings}}<p>No record names a wording whose words are kept.</p>
        {{/wordings}}</section>

        """

    private static let listParts = """
        <section class="part"><h2 id="lists">Vetted lists in which the person stood</h2>
        {{#hasLists}}<table class="stack"><caption>Each vetting looked at the list before it was mailed.</caption>
        <thead><tr><th scope="col">When</th><th scope="col">Run and row</th><th scope="col">Found</th>\
        <th scope="col">Rules</th><th scope="col">Policy</th></tr></thead><tbody>
        {{#lists}}<tr><th scope="row" class="when" data-label="When">{{recordedAt}}</th>\
        <td data-label="Run and row"><a class="hash" href="{{receipt}}">{{run}}</a>, row {{row}}, for {{purpose}}</td>\
        <td data-label="Found"><span class="badge {{tone}}">{{verdict}}</span></td>\
        <td data-label="Rules">{{rules}}</td><td data-label="Policy">{{policy}}</td></tr>
        {{/lists}}</tbody></table>
        {{#ruleWords}}<p class="note"><strong>{{title}}</strong>: {{reason}} ({{law}})</p>
        {{/ruleWords}}{{/hasLists}}{{^hasLists}}<p>The person stood in no list that was vetted while the ledger knew them.</p>
        {{/hasLists}}<p class="note">Of people whom the ledger does not know nothing is kept when a list is vetted; a list from \
        before the first record of this person is therefore not told here.</p></section>
        <section class="part"><h2 id="releases">Releases of held rows</h2>
        {{#releases}}<p>{{recordedAt}}: {{words}}{{#reason}}. Reason: {{text}}{{/reason}} (entry {{entry}})</p>
        {{/releases}}{{^releases}}<p>Nobody released a held row with this person.</p>
        {{/releases}}</section>

        """

    private static let requestParts = """
        <section class="part"><h2 id="requests">What the person asked for</h2>
        {{#requests}}<p><strong>{{openedAt}}</strong>{{#kind}} ({{text}}){{/kind}}: {{words}}{{#reason}}. In the words of whoever recorded it: \
        {{text}}{{/reason}} (entry {{entry}})</p>
        {{/requests}}{{^requests}}<p>No request is recorded.</p>
        {{/requests}}</section>
        <section class="part"><h2 id="suppression">The do-not-mail list</h2>
        {{#suppressions}}<p>The address stands on it for <strong>{{scope}}</strong> since {{since}}: {{reason}}.</p>
        {{/suppressions}}{{^suppressions}}<p>The address does not stand on it.</p>
        {{/suppressions}}</section>

        """

    private static let recipientParts = """
        <section class="part"><h2 id="recipients">Who else got the address</h2>
        {{#recipients}}<p><strong>{{name}}</strong>: {{words}}</p>
        {{/recipients}}{{^recipients}}<p>This ledger knows of nobody: no accepted list with the person is recorded.</p>
        {{/recipients}}{{#hasDeclared}}<dl class="facts">{{#declared}}<dt>{{question}} ({{purpose}})</dt>\
        <dd>{{value}}, declared on {{since}}</dd>
        {{/declared}}</dl>{{/hasDeclared}}{{^hasDeclared}}<p>Nothing is declared of the newsletter tool: its contract, and where \
        it keeps the data.</p>
        {{/hasDeclared}}</section>
        <section class="part"><h2 id="retention">How long it is kept</h2>
        {{#hasRetention}}<table class="stack"><thead><tr><th scope="col">What</th><th scope="col">Until</th>\
        <th scope="col">Why</th></tr></thead><tbody>
        {{#retention}}<tr><th scope="row" data-label="What">{{what}}</th><td class="when" data-label="Until">{{until}}</td>\
        <td data-label="Why">{{why}}</td></tr>
        {{/retention}}</tbody></table>{{/hasRetention}}{{^hasRetention}}<p>There is nothing to keep.</p>
        {{/hasRetention}}{{#policy}}<p class="note">By the schedule of the policy {{name}}.</p>
        {{/policy}}<p class="note">Backups of the vault are kept for at most 30 days. The hashes in the log stay for ever; \
        once the records are erased nobody can compute from them what they said.</p></section>

        """

    private static let proofParts = """
        {{/isEmpty}}<section class="part"><h2 id="proof">How to check this</h2>
        <p><a href="VERIFY.md">VERIFY.md</a> says how, with tools that every server has. Each receipt leads from one record to \
        the root of the log, and that root is signed.</p>
        <dl class="facts">
        <dt>Log</dt><dd>{{origin}}</dd>
        <dt>Entries at this checkpoint</dt><dd>{{size}}</dd>
        <dt>Root</dt><dd class="hash">{{root}}</dd>
        <dt>Verifier key</dt><dd class="hash">{{key}}</dd>
        </dl>
        {{#hasProofs}}<table class="stack"><caption>The entries behind this dossier.</caption><thead><tr><th scope="col">Entry</th>\
        <th scope="col">What</th><th scope="col">Leaf hash</th><th scope="col">Receipt</th></tr></thead><tbody>
        {{#proofs}}<tr><th scope="row" data-label="Entry">{{entry}}</th><td data-label="What">{{what}}</td>\
        <td class="hash" data-label="Leaf hash">{{leafHash}}</td>\
        <td data-label="Receipt"><a class="hash" href="{{receipt}}">{{receipt}}</a></td></tr>
        {{/proofs}}</tbody></table>{{/hasProofs}}
        <p class="note">A ledger proves that a record is unchanged since it was checkpointed, not that it was true when \
        it was written.</p></section>

        """

    private static let gapParts = """
        <section class="part"><h2 id="gaps">What this dossier cannot say</h2>
        {{#hasGaps}}<ul>
        {{#gaps}}<li>{{text}}{{#entry}} (entry {{text}}){{/entry}}</li>
        {{/gaps}}</ul>{{/hasGaps}}{{^hasGaps}}<p>Nothing is missing that this program knows to ask for.</p>
        {{/hasGaps}}</section>

        """

    private static let closing = """
        <p class="note">Made by {{program}} at {{madeAt}}. This is a tool, not legal advice.</p>

        """
}
