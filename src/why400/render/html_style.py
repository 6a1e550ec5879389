"""The style sheet of the HTML report: light and dark, from 320 pixels on, the filter by severity in it."""

STYLE = """\
:root {
  color-scheme: light dark;
  --back: #fff; --card: #f7f7f5; --text: #1c1c1a; --quiet: #5f5f58; --line: #d9d9d2;
  --error: #b3261e; --warning: #8a5a00; --ok: #1e6b34; --link: #0b57a4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #161614; --card: #20201d; --text: #ecece6; --quiet: #a5a59b; --line: #3a3a35;
    --error: #ff8a80; --warning: #f2bd5c; --ok: #7fd195; --link: #8ec5ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
h1 { margin: 0; font-size: 1.4rem; }
header p { margin: 0; }
h2 { margin: 0; font-size: 1.1rem; overflow-wrap: anywhere; }
h2 span { color: var(--quiet); font-weight: normal; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
small, footer, .note, dt { color: var(--quiet); }
a { color: var(--link); }
code, pre, q { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875rem; }
code, q, dd { overflow-wrap: anywhere; }
.filter > label { display: inline-block; margin: .75rem .25rem .25rem 0; padding: .25rem .75rem; border: 1px solid var(--line);
  border-radius: 1rem; cursor: pointer; }
.filter > input { position: absolute; opacity: 0; }
.filter > input:checked + label { background: var(--text); color: var(--back); }
.filter > input:focus-visible + label { outline: 2px solid var(--link); outline-offset: 2px; }
#show-error:checked ~ main .warning, #show-warning:checked ~ main .error { display: none; }
#show-error:checked ~ main .request:not(.has-error):not(.unread), #show-warning:checked ~ main .request:not(.has-warning) { display: none; }
.request { margin: 1.25rem 0; }
.ok p { color: var(--ok); }
.unread p { color: var(--error); }
.finding { margin: .75rem 0; padding: .75rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line);
  border-radius: 4px; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.severity { font-weight: 600; }
.error .severity, .caret { color: var(--error); }
.warning .severity, .warning .caret { color: var(--warning); }
pre { margin: .5rem 0; padding: .5rem; overflow-x: auto; background: var(--back); border: 1px solid var(--line); border-radius: 4px; line-height: 1.35; }
.dim { color: var(--quiet); font-weight: normal; }
dl { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); gap: .25rem .5rem; margin: .5rem 0 0; }
dd { margin: 0; }
q { quotes: none; }
footer { margin-top: 2rem; font-size: .875rem; }
@media (max-width: 30rem) { body { padding: .5rem; } pre { font-size: .72rem; } .finding { padding: .5rem; } }
@media print { .filter > label { display: none; } .finding { break-inside: avoid; } }
"""
"""Colours keep a contrast of at least 4.5 to 1 on their ground."""
