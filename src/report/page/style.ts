/** The looks of the page: light and dark by what the reader's system asks for, and plain on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --back: #fff; --text: #1c1e21; --quiet: #555b63; --line: #d4d8dd; --panel: #f5f6f8;
  --good: #14703b; --warn: #8a5300; --bad: #b3261e; --cell: #cfe3f7; --part: #9cc4ea; --gone: #f3b6b0; --link: #0b57b0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #16181b; --text: #e8eaed; --quiet: #a9b0b8; --line: #3a3f46; --panel: #202327;
    --good: #6fd195; --warn: #f0b35a; --bad: #ff8a80; --cell: #22384e; --part: #335a80; --gone: #7a322c; --link: #8ab8f5;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.5rem 4rem; max-width: 80rem; background: var(--back); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0.5rem 0; } h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; } h3 { font-size: 1rem; margin: 0.5rem 0; }
a { color: var(--link); }
p.sum { font-size: 1.1rem; }
.quiet { color: var(--quiet); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
#detail ul { max-height: 16rem; overflow-y: auto; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.removal-automatic { color: var(--good); } .removal-allowed { color: var(--warn); }
.high { color: var(--bad); } .medium { color: var(--warn); }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { margin: 0.25rem 0; padding: 0.4rem 0.6rem; background: var(--panel); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
pre > * { display: block; text-decoration: none; padding-left: 2ch; text-indent: -2ch; }
pre > del { color: var(--bad); } pre > ins { color: var(--good); }
details { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
summary { cursor: pointer; }
[data-usage] { margin: 0.5rem 0 0.75rem 1rem; content-visibility: auto; contain-intrinsic-size: auto 6rem; }
button, input[type="search"] { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: 0.25rem 0.6rem; }
input[type="checkbox"] { width: 1.1rem; height: 1.1rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
#totals { position: sticky; top: 0; z-index: 2; background: var(--back); padding: 0.5rem 0; border-bottom: 1px solid var(--line); font-weight: 600; }
#map { position: relative; height: 30rem; border: 1px solid var(--line); overflow: hidden; }
.group { position: absolute; contain: strict; overflow: hidden; border: 1px solid var(--back); background: var(--cell); }
.group button { position: absolute; inset: 0; width: 100%; padding: 0 4px; border: 0; border-radius: 0; background: none; text-align: left;
  font-size: 0.75rem; line-height: 18px; white-space: nowrap; overflow: hidden; display: flex; align-items: flex-start; cursor: pointer; }
.group button span { overflow: hidden; text-overflow: ellipsis; }
.group button:focus-visible { outline-offset: -3px; }
.group.chosen { outline: 3px solid var(--link); outline-offset: -3px; }
.part { position: absolute; contain: strict; box-sizing: border-box; padding: 0 3px; overflow: hidden; background: var(--part); font-size: 0.6875rem; line-height: 14px; overflow-wrap: anywhere; pointer-events: none; }
.part.gone { background: var(--gone); }
fieldset { border: 0; padding: 0; margin: 0.5rem 0; display: flex; gap: 1rem; flex-wrap: wrap; align-items: center; }
legend { float: left; padding: 0; margin-right: 1rem; }
@media print {
  #map, #detail, .tools, .no-print { display: none; }
  details::details-content { content-visibility: visible; display: block; }
  [data-usage] { content-visibility: visible; }
  body { max-width: none; padding: 0; }
  #totals { position: static; }
}
`;
