#!/usr/bin/env bash
# Runs axe (the accessibility engine) over HTML pages in headless Chromium, at the width of a phone and of a desk, there in light
# and in dark, and says which pages are wider than the screen.
#
#     Tests/Accessibility/run.sh [PAGE.html …]
#
# Without pages it makes a ledger with the program (PROGRAM, else the one in .build/debug), and looks at every kind of page that
# there is: the dossiers of a person, of somebody unknown, of somebody erased and of a list, the report of a vetting in both
# languages, a receipt and the letters in both languages. With PICTURES=DIR it leaves a picture of each page at each width and
# a PDF in A4 there, to be looked at. axe-core comes out of the Python wheel axe-playwright-python, which carries it (or AXE
# names its axe.min.js); Chromium must be on the path. Prints each violation, and ends with status 1 if there is any; 77 if
# something it needs is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $1" >&2
    exit 77
}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "no Chromium"
command -v python3 >/dev/null || skip "no python3"

axe=${AXE:-}
if [[ -z $axe ]]; then
    python3 -m pip download --quiet --no-deps --dest "$work/wheel" axe-playwright-python==0.1.8 ||
        skip "axe-playwright-python cannot be had"
    python3 -m zipfile -e "$work"/wheel/*.whl "$work/wheel"
    axe=$(find "$work/wheel" -name axe.min.js | head -n 1)
fi
[[ -f $axe ]] || skip "no axe.min.js"

pages=("$@")
if ((${#pages[@]} == 0)); then
    program=${PROGRAM:-$here/.build/debug/consentgate}
    [[ -x $program ]] || skip "no program in .build/debug; run swift build"
    export CONSENTGATE_HOME=$work/home
    cd "$work"
    cp "$here/Tests/AcceptanceTests/Fixtures/newsletter.md" .
    cp "$here/Tests/AcceptanceTests/Fixtures/screen.png" .
    echo '<form>Yes</form>' >form.html
    {
        printf 'email,source\nada@example.org,site\nben@example.org,\neve@example.org,LinkedIn\n'
        for n in {1..12}; do echo "subscriber-with-a-long-name-$n@mail.a-domain-of-some-length.example,site"; done
    } >list.csv
    "$program" init --controller "Example GmbH" --country DE --contact-email privacy@example.org
    "$program" wording publish newsletter.md
    "$program" note ada@example.org --purpose newsletter --kind asked --at 2026-10-02T09:10:00Z
    "$program" record ada@example.org --purpose newsletter --wording newsletter@1 --method double-opt-in \
        --at 2026-10-02T09:15:00Z --evidence form.html --evidence screen.png --told evidenceKind=form-submission
    "$program" record ben@example.org --purpose newsletter --source "the fair"
    for n in {1..12}; do
        "$program" record "subscriber-with-a-long-name-$n@mail.a-domain-of-some-length.example" --purpose newsletter \
            --wording newsletter@1 --method web-form --at 2026-10-03T09:15:00Z --evidence form.html
    done
    "$program" declare --purpose newsletter sending.oneClick=true notice.retention=P3Y
    "$program" vet list.csv --purpose newsletter --to listmonk || true
    mkdir german && "$program" vet list.csv --purpose newsletter --language de --out german || true
    "$program" request open ada@example.org --kind access --received 2026-09-01
    "$program" object ada@example.org
    run=$(python3 -c 'import json; print(json.load(open("list.certificate.json"))["record"]["rid"])')
    "$program" audit subject ada@example.org --out ada --case "a trial"
    "$program" audit subject nobody@example.org --out nobody
    "$program" audit list "$run" --out list || true
    rid=$("$program" show ada@example.org --json |
        python3 -c 'import json, sys; print(next(e["rid"] for e in json.load(sys.stdin)["events"] if e["type"] == "given"))')
    mkdir receipt && "$program" receipt "$rid" --form html --out receipt/receipt.html
    "$program" export subject ada@example.org --out letter-en
    "$program" export subject ada@example.org --out letter-de --language de
    "$program" erase ben@example.org --yes
    "$program" audit subject ben@example.org --out erased
    pages=("$work"/{ada,nobody,erased,list}/dossier.html "$work/list.report.html" "$work/german/list.report.html" "$work/receipt/receipt.html"
        "$work"/letter-{en,de}/letter.html)
fi >"$work/log" || { cat "$work/log" >&2; exit 1; }

status=0
[[ -n ${PICTURES:-} ]] && mkdir -p "$PICTURES"
for page in "${pages[@]}"; do
    name=$(basename "$(dirname "$page")")/$(basename "$page")
    name=${name#"$(basename "$work")/"}
    for look in 390 1200 1200-dark; do
        width=${look%-dark}
        # No window of Chromium is narrower than 500 pixels; a frame may be. What is in it tells the page around it by a message.
        # The page's own policy forbids every script; the copy that is looked at leaves that line out.
        folder=$(cd "$(dirname "$page")" && pwd)
        trial=$folder/.axe-page.html
        frame=$folder/.axe-frame.html
        python3 - "$page" "$axe" "$trial" "$frame" "$look" <<'PYTHON'
import re, sys
page, axe, trial, frame, look = sys.argv[1:]
width = look.removesuffix("-dark")
text = open(page, encoding="utf-8").read()
text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
if look != width:
    text = text.replace("@media (prefers-color-scheme: dark)", "@media all")
script = "<script>" + open(axe, encoding="utf-8").read().replace("</script", "<\\/script") + "</script>"
script += """<script>axe.run(document, {resultTypes: ["violations"]}).then(function (r) {
  parent.postMessage(JSON.stringify({rules: r.passes.length, width: innerWidth, height: document.documentElement.scrollHeight,
    needs: document.documentElement.scrollWidth, violations: r.violations.map(function (v) {
      return {id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(function (n) { return n.html }) } })}), "*");
});</script>"""
open(trial, "w", encoding="utf-8").write(text.replace("</body>", script + "</body>"))
open(frame, "w", encoding="utf-8").write(f"""<!DOCTYPE html><html><body style="margin:0"><script>
addEventListener("message", function (m) {{
  document.documentElement.setAttribute("data-axe", m.data);
  document.querySelector("iframe").style.height = JSON.parse(m.data).height + "px"; }});
</script><iframe src=".axe-page.html" style="border:0;width:{width}px;height:2000px"></iframe></body></html>""")
PYTHON
        chrome=("$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=20000)
        "${chrome[@]}" --window-size="1300,2000" --dump-dom "file://$frame" >"$work/dom.html" 2>/dev/null
        python3 - "$work/dom.html" "$name" "$look" "$work/height" <<'PYTHON' || status=1
import html, json, re, sys
dom, name, look, height = sys.argv[1:]
width = look.removesuffix("-dark")
open(height, "w").write("2000")
found = re.search(r'data-axe="([^"]*)"', open(dom, encoding="utf-8").read())
if not found:
    sys.exit(f"{name} at {look}: axe gave no answer")
answer = json.loads(html.unescape(found.group(1)))
open(height, "w").write(str(answer["height"]))
if answer["width"] != int(width):
    sys.exit(f"{name} at {look}: was looked at {answer['width']} px wide")
print(f"{name} at {look}: {answer['rules']} rules hold, {len(answer['violations'])} violations")
for v in answer["violations"]:
    print(f"  {v['impact']} {v['id']}: {v['help']}")
    for node in v["nodes"][:3]:
        print(f"    {node[:160]}")
if answer["needs"] > answer["width"]:
    print(f"  it is {answer['needs']} px wide, and overflows")
sys.exit(1 if answer["violations"] or answer["needs"] > answer["width"] else 0)
PYTHON
        if [[ -n ${PICTURES:-} ]]; then
            picture=$PICTURES/${name//\//-}
            "${chrome[@]}" --window-size="$((width > 500 ? width : 500)),$(cat "$work/height")" \
                --screenshot="$picture.$look.png" "file://$frame" 2>/dev/null
        fi
        rm -f "$trial" "$frame"
    done
    if [[ -n ${PICTURES:-} ]]; then
        "${chrome[@]}" --no-pdf-header-footer --print-to-pdf="$PICTURES/${name//\//-}.pdf" "file://$(realpath "$page")" 2>/dev/null
    fi
done
exit $status
