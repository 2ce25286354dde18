/// The content of the report, in Mustache; `PageFrame` has what is around it.
enum ReportTemplate {
    static let text = """
        <h1>{{list}}</h1>
        <p>For the purpose <b>{{purpose}}</b>{{#controller}} of <b>{{text}}</b>{{/controller}}.
        {{summary}}</p>
        {{#noController}}<p class="panel"><b>The controller has no name yet.</b> Say who sends the mail:
        <code>consentgate init --controller NAME</code></p>{{/noController}}
        <div class="numbers">
        <div><b>{{rows}}</b>contacts read</div>
        <div class="accept"><b>{{accepted}}</b>accepted</div>
        <div class="hold"><b>{{held}}</b>held</div>
        <div class="reject"><b>{{rejected}}</b>rejected</div>
        </div>
        {{#verdicts}}{{>chart}}{{/verdicts}}
        {{#hasWarnings}}<div class="panel"><h2>Worth knowing</h2><ul>
        {{#notes}}<li>{{text}} <span class="note">Rule {{rule}}: {{count}} of the contacts.</span></li>{{/notes}}
        {{#warnings}}<li>{{text}}{{#count}} ({{text}}){{/count}}</li>{{/warnings}}
        </ul></div>{{/hasWarnings}}
        {{#handOver}}<h2>Hand this file to {{tool}}</h2>
        <p><b>{{file}}</b> holds the accepted contacts ({{contacts}}) in the form that {{tool}} imports.</p>
        <h3>When importing</h3><ul>{{#choose}}<li>{{text}}</li>{{/choose}}</ul>
        <h3>Beware</h3><ul>{{#beware}}<li>{{text}}</li>{{/beware}}</ul>{{/handOver}}
        {{#hasRules}}<h2>Why contacts stay out</h2>
        {{#ruleChart}}{{>chart}}{{/ruleChart}}
        {{#rules}}<h3><span class="badge {{verdict}}">{{verdict}}</span> {{reason}}</h3>
        <p><b>What helps:</b> {{cure}}</p>
        <p class="note">Rule {{id}} {{slug}}: {{count}} of the contacts. {{law}}</p>
        <p class="note">It asks for:{{#asks}} <code title="{{meaning}}">{{name}}</code>{{/asks}}</p>
        {{/rules}}{{/hasRules}}
        <h2>Where they come from</h2>
        {{#originChart}}{{>chart}}{{/originChart}}
        {{#hasSigns}}<p>What the file itself shows:</p><ul>{{#signs}}<li>{{text}}</li>{{/signs}}</ul>{{/hasSigns}}
        {{#samples}}<h2>{{title}}</h2>
        {{#isPart}}<p class="note">The first {{shown}} of {{total}}; all of them stand in the file beside this page.</p>{{/isPart}}
        <table class="stack"><thead><tr><th scope="col">Row</th><th scope="col">Address</th><th scope="col">Why</th>\
        <th scope="col">Origin</th></tr></thead><tbody>
        {{#rows}}<tr><td data-label="Row">{{row}}</td><td data-label="Address">{{address}}</td>
        <td data-label="Why">{{reason}}{{#rule}} <span class="note">{{rule}}</span>{{/rule}}</td>
        <td data-label="Origin">{{origin}}</td></tr>{{/rows}}
        </tbody></table>{{/samples}}
        <h2>What was read</h2>
        <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd{{#isHash}} class="hash"{{/isHash}}>{{value}}</dd>{{/facts}}</dl>
        <p class="note">Addresses are shortened on this page. The certificate beside it holds the digests of every file
        and its proof of inclusion in the ledger's log; check it with <code>consentgate verify</code>. Recognising
        LinkedIn lists is partly a matter of signs, and so a record is asked from everybody unless the policy says
        otherwise. This is a tool and not legal advice.</p>

        """
}
