/// What every page has around its content, and how it looks.
///
/// Classes that templates may use: `badge` with `accept`, `hold`, `reject`, `good` or `bad`; `numbers` for a row of large
/// figures, each a `<div><b>…</b>…</div>`; `scroll` around a wide table; `stack` on a table whose rows become cards on a
/// phone, with `data-label` on each cell; `hash` for digests and other long words; `verbatim` for a quoted text; `note`
/// for small print; `panel` for a box; `facts` for a `<dl>`; `words` for a `<dl>` of explained words; `part` for a section of a
/// long document; `act` for a panel that may be as long as a sheet; `cover`, `lead` and `toc` for its first page.
enum PageFrame {
    static let template = """
        <!DOCTYPE html>
        <html lang="{{pageLanguage}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{{#pagePictures}}; img-src 'self' file:{{/pagePictures}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>{{pageTitle}}</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        {{>content}}
        </main>
        </body>
        </html>

        """

    /// Colours keep a contrast of 4.5 to 1 in light and dark (WCAG 2.2, criterion 1.4.3).
    private static let style = """
        :root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --panel: #f6f8fa; --bar: #57789b;
          --accept: #1a7f37; --hold: #8a5a00; --reject: #b42318; --link: #0b57a4; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --line: #3a424c;
          --paper: #0f1419; --panel: #1a2129; --bar: #7d9dbf; --accept: #4cc26b; --hold: #e0a93b; --reject: #ff8577;
          --link: #7ab7ff; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
        p { margin: .5rem 0; }
        a { color: var(--link); }
        ul, ol { padding-left: 1.4rem; }
        table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
        caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
        /* Columns keep room for their words; only digests may be broken anywhere. */
        th, td { overflow-wrap: break-word; }
        thead th { white-space: nowrap; color: var(--soft); font-weight: 600; font-size: .875rem; }
        tbody th { font-weight: 600; }
        code, .hash, .verbatim { font-family: ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; font-size: .85em; }
        .hash { overflow-wrap: anywhere; word-break: break-all; }
        .verbatim { white-space: pre-wrap; background: var(--panel); border-left: 3px solid var(--line);
          padding: .7rem .9rem; margin: .6rem 0; }
        .note { color: var(--soft); font-size: .875rem; }
        .panel { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 1rem 0; }
        .panel > :first-child { margin-top: 0; } .panel > :last-child { margin-bottom: 0; }
        .badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem;
          font-size: .85rem; font-weight: 600; white-space: nowrap; color: var(--soft); }
        .accept, .good { color: var(--accept); } .hold { color: var(--hold); } .reject, .bad { color: var(--reject); }
        .numbers { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; }
        .numbers > div { flex: 1 1 7rem; background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
        .numbers b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .facts { display: grid; grid-template-columns: fit-content(45%) 1fr; gap: .25rem 1rem; margin: .6rem 0; }
        .facts dt { color: var(--soft); } .facts dd { margin: 0; min-width: 0; }
        .lead { font-size: 1.1rem; } .toc { columns: 2; column-gap: 2rem; margin: 1rem 0; } .toc li { break-inside: avoid; }
        h4 { font-size: .95rem; margin: 1.1rem 0 .3rem; }
        .when { white-space: nowrap; }
        .words dt { font-weight: 600; margin-top: .6rem; } .words dd { margin: 0 0 0 1rem; }
        .evidence { margin: .8rem 0; } .evidence img { max-width: 100%; max-height: 24rem; border: 1px solid var(--line); display: block;
          margin-bottom: .3rem; } figcaption { font-size: .875rem; }
        .scroll { overflow-x: auto; }
        .chart th { width: 30%; font-weight: 400; } .chart .bar { width: 45%; vertical-align: middle; }
        .chart .bar span { display: block; height: .8rem; border-radius: .2rem; background: var(--bar); }
        .chart .bar .accept { background: var(--accept); } .chart .bar .hold { background: var(--hold); }
        .chart .bar .reject { background: var(--reject); }
        .chart .count, .chart .share, .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .chart .share { color: var(--soft); padding-right: 0; }
        @media (max-width: 40rem) {
          .chart th { width: 42%; } .chart .bar { width: 28%; }
          .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; }
          .toc { columns: 1; }
          .stack thead { display: none; } .stack tr, .stack td, .stack th { display: block; border: 0; padding: .1rem 0; text-align: left; }
          .stack tr { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; margin: .6rem 0; }
          .stack [data-label]::before { content: attr(data-label) ": "; color: var(--soft); } }
        @page { size: A4; margin: 18mm 16mm; }
        @media print { :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --panel: #fff; --bar: #555;
            --accept: #1a7f37; --hold: #8a5a00; --reject: #b42318; --link: #000; }
          body { font-size: 10.5pt; } main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
          tr, .panel, .numbers > div, figure { break-inside: avoid; } .act { break-inside: auto; border: 0; padding: 0; }
          h4 { break-after: avoid; } .verbatim, .facts dt { break-inside: avoid; } .evidence img { max-height: 14cm; }
          .cover { break-after: auto; } a { text-decoration: none; } p, li, dd { orphans: 3; widows: 3; } thead { display: table-header-group; }
          .chart .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """
}
