/** Plain enough to be printed. */
export const style = `
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem } h3 { font-size: 1rem; margin: 1rem 0 0 }
h2 small { font-weight: normal; color: #555 } h2 strong { float: right }
table { border-collapse: collapse; margin: 1rem 0 } caption { text-align: left; font-weight: bold; white-space: nowrap }
th, td { border: 1px solid #999; padding: .2rem .8rem; text-align: left } .number { text-align: right }
article { border: 1px solid #bbb; border-left: .4rem solid #7a8a99; padding: .2rem 1.2rem; margin: 1.5rem 0; break-inside: avoid }
article.adverse { border-left-color: #b3402a }
ul { margin: .2rem 0; padding-left: 1.4rem } li { margin: .1rem 0; overflow-wrap: anywhere }
`
