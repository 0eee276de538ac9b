/**
 * The page's one style. It holds no `"`, `&` or `<`: inside a style element a browser does not undo what escaping
 * makes of them. Colours have a contrast of 4.5 and more against their ground, in light, in dark and on paper.
 *
 * What is folded is open on paper where the browser knows `::details-content`; the page promises it only there.
 */
export const style = `
:root {
  --ink: #1c2127; --quiet: #57606a; --line: #d0d7de; --ground: #fff; --raised: #f6f8fa; --link: #0b4f9e;
  --adverse: #a1260d; --adverse-ground: #fdeeea; --open: #7a4b00; --open-ground: #fff5dc; --bar: #5b7fa6;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ed; --quiet: #a3adb8; --line: #3d444d; --ground: #14181d; --raised: #1d232a; --link: #8ab8f5;
    --adverse: #ff9c86; --adverse-ground: #3a1b14; --open: #f0c064; --open-ground: #362a10; --bar: #6d93bd;
  }
}
* { box-sizing: border-box }
html { font-size: 93.75%; scroll-padding-top: 3.5rem }
body {
  font: 1rem/1.6 system-ui, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif;
  max-width: 76rem; margin: 0 auto; padding: 0 1.25rem 4rem; color: var(--ink); background: var(--ground);
}
h1 { font-size: 1.75rem; line-height: 1.3; margin: 1.5rem 0 .5rem }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink) }
h3 { font-size: 1.1rem; margin: 0 } h4, h5 { font-size: 1rem; margin: 0 }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
code { font: .85em ui-monospace, Consolas, monospace; color: var(--quiet); overflow-wrap: anywhere }
bdi { overflow-wrap: anywhere }
p { margin: .4rem 0 }
.aside, .source, .score { color: var(--quiet) } .source { font-size: .9em; overflow-wrap: anywhere }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.paper, .opens { display: none }
@supports selector(::details-content) { .opens { display: inline } }

nav {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: .5rem 0;
  background: var(--ground); border-bottom: 1px solid var(--line);
}
.proposal { max-width: 52rem; padding: .5rem .9rem; border-left: 4px solid var(--bar); background: var(--raised) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .8rem 0 }
dt { color: var(--quiet) } dd { margin: 0; font-weight: 600 }

table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top }
th { font-weight: 600 } tbody th { min-width: 5rem }
thead th { white-space: nowrap; color: var(--quiet); font-size: .9em; border-bottom-color: var(--quiet) }
tfoot th, tfoot td { border-bottom: 0 } .number { text-align: right; font-variant-numeric: tabular-nums }
.summary { margin: 1rem 0 2rem } .summary tbody td, .summary tbody th { padding-block: .15rem }
.summary th:first-child { width: 12rem } .summary td.number { width: 4rem }
.name { display: inline-block } .name::first-letter { text-transform: uppercase } .place { white-space: nowrap }
.data { width: auto; min-width: 60%; font-variant-numeric: tabular-nums }
.data caption { text-align: left; font-weight: 600 }
.data .end { text-align: right } .data th[scope=row] { font-weight: 400 } .data .below { padding-left: 2rem }
.data .group th[scope=row], .data .total th, .data .total td { font-weight: 600 }
.data .total > * { border-top: 2px solid var(--quiet) }
.share { display: flex; align-items: center; gap: .5rem; min-width: 6.5rem; font-variant-numeric: tabular-nums }
.share svg { width: 3.5rem; height: .6rem } .track { fill: var(--raised) } .bar { fill: var(--bar) }
.who a { display: inline-block; margin-right: .4rem; text-decoration: none } .who a:hover { text-decoration: underline }

.outcome { display: inline-flex; gap: .15em; white-space: nowrap }
.outcome.adverse { color: var(--adverse); background: var(--adverse-ground); font-weight: 600; padding: 0 .35em; border-radius: 3px }
.outcome.undetermined { color: var(--open); background: var(--open-ground); padding: 0 .35em; border-radius: 3px }
.matrix thead th { position: sticky; top: 2.6rem; background: var(--ground); z-index: 1 }
.matrix td a { color: inherit; text-decoration: none } .matrix td a .name { border-bottom: 1px solid var(--line) }
.matrix td a:hover .name { border-color: currentcolor }
.matrix .outcome, .legend .outcome { padding: 0; background: none; font-weight: 400 }
.matrix .score { display: inline-block; margin-left: .5rem; font-size: .9em }
.matrix tbody tr:hover { background: var(--raised) }

.person { margin: 1.6rem 0; display: grid; grid-template-columns: 1fr max-content; align-items: baseline }
.person > * { grid-column: 1 / -1 }
.person > h3 { grid-column: 1; position: sticky; top: 2.5rem; padding: .2rem 0; background: var(--ground); z-index: 1 }
.person > .back { grid-column: 2; grid-row: 1; font-size: .9em }
details > summary { cursor: pointer }
.decision { border: 1px solid var(--line); border-left-width: 5px; border-radius: 4px; margin-top: .4rem }
.decision.adverse { border-left-color: var(--adverse) } .decision.undetermined { border-left-color: var(--open) }
.decision > summary { display: grid; grid-template-columns: 1rem 27rem 1fr; gap: 0 .5rem; padding: .3rem .8rem; list-style: none }
.decision > summary::-webkit-details-marker { display: none }
.decision > summary::before { content: '▸'; color: var(--quiet) }
.decision[open] > summary::before { content: '▾' }
.decision > summary h4 { display: grid; grid-template-columns: 13rem 1fr; gap: .5rem; align-items: start; font-weight: 400 }
.decision h4 .outcome { justify-self: start; white-space: normal } .gist .score { margin-right: .8rem }
.gist::first-letter { text-transform: uppercase }
.body { padding: .2rem 1.2rem .8rem; border-top: 1px solid var(--line); scroll-margin-top: 7rem }
.body h5 { margin: .9rem 0 .1rem; font-size: .9em; color: var(--quiet) } .body details { margin: .35rem 0 }
.body details h5 { display: inline; font-weight: 400 }
.body ul { margin: .1rem 0; padding-left: 1.2rem; list-style: none } .body section > ul, .body > ul { padding-left: 0 }
.body li { overflow-wrap: anywhere } li.rule > span { font-weight: 600 } li.findingNeeded > span { font-weight: 600 }
li.decisive > span { color: var(--open); background: var(--open-ground); padding: 0 .35em; border-radius: 3px; box-decoration-break: clone }
li.source > span, li.policy > span { color: var(--quiet); font-size: .9em }
.person:target > h3, .body:target { background: var(--raised) }

@media (max-width: 40rem) {
  body { padding: 0 .7rem 3rem } th, td { padding: .25rem .3rem } .matrix { font-size: .9em }
  .outcome { white-space: normal }
  nav { position: static } html { scroll-padding-top: 0 } .matrix thead th { top: 0 } .share svg { display: none }
  .share { min-width: 0 }
  .summary th:first-child { width: auto } thead th { white-space: normal } .matrix .score { display: block; margin: 0 }
  .wide { overflow-x: auto; position: relative } .place { white-space: normal }
  .matrix tbody th { position: sticky; left: 0; background: var(--ground) } .person > h3 { top: 0 }
  .body { scroll-margin-top: 9rem; padding: .2rem .6rem .8rem }
  .decision > summary { grid-template-columns: 1rem minmax(0, 1fr) }
  .decision > summary h4 { grid-template-columns: minmax(0, 1fr) minmax(0, auto) } .gist { grid-column: 2 }
}
@page { size: A4; margin: 16mm 15mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt } }
@media print {
  html { font-size: 9.5pt } body { line-height: 1.45; max-width: none; padding: 0 } summary { list-style: none }
  .screen { display: none } .paper { display: block }
  a { color: inherit; text-decoration: none } details::details-content { content-visibility: visible; height: auto }
  .matrix thead th, .person > h3 { position: static } thead { display: table-header-group }
  tfoot { display: table-row-group }
  h2, h3, h4, h5, summary, .summary > .source { break-after: avoid }
  tr, li > span, .summary > .source, .summary table, .data { break-inside: avoid }
  #overview, #people, .person + .person { break-before: page } .person { display: block; margin: 0 }
  .decision > summary { grid-template-columns: 21rem 1fr } .decision > summary h4 { grid-template-columns: 9.5rem 1fr }
  .decision > summary::before { display: none } .gist { grid-column: auto }
  .body details { font-size: 8pt; line-height: 1.35 } .body details h5 { font-weight: 600 }
}
`

/** SHA-256 of `style`, for the page's security policy; a test says what it must be. */
export const styleHash = 'sha256-kfJdUSeIqq+F5rbBwBUO6LdOzWf8hlrB9NIHJ0+SXA8='
