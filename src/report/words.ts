import type { Locale } from '../base/index.js'

/** Everything the page itself says; what decisions say comes from `explain`. */
export interface Words {
  readonly title: string
  readonly proposal: string
  readonly skipTo: string
  readonly asOf: string
  readonly rows: string
  readonly rowCount: (people: number, rejected: number) => string
  readonly rowsUntold: (people: number) => string
  readonly policies: string
  readonly version: (version: string, from: string, until?: string) => string
  readonly outcome: string
  readonly people: string
  readonly share: string
  readonly who: string
  readonly showPeople: (count: number) => string
  readonly rejectedRows: string
  readonly total: string
  readonly assumedByPolicy: (count: number) => string
  readonly assumedNote: string
  readonly usedBy: (decisions: number) => string
  readonly overview: string
  readonly overviewNote: string
  readonly adverse: string
  readonly undetermined: string
  readonly person: string
  readonly score: string
  readonly notJudged: string
  readonly toSupply: string
  readonly toSupplyNote: string
  readonly policy: string
  readonly needed: string
  readonly rejectedNote: string
  readonly place: string
  readonly problem: string
  readonly noDecisions: string
  readonly onePerson: string
  readonly onePersonNote: string
  readonly onPaper: string
  readonly back: string
  readonly needs: (facts: readonly string[]) => string
  readonly ofYear: (fact: string, year: number) => string
  readonly noRuleStands: string
  readonly setAside: (rules: readonly string[]) => string
  readonly several: (reasons: readonly string[], others: number) => string
  readonly notReached: (rule: string) => string
  readonly workings: (count: number) => string
  readonly more: (heading: string, count: number) => string
  readonly notNeeded: (count: number) => string
  readonly ofRecord: string
  readonly ofPolicy: (count: number) => string
}

export const words: Readonly<Record<Locale, Words>> = {
  zh: {
    title: '干部政策决定建议',
    proposal:
      '这里的每一项结论都是供决定人参考的建议，不是决定。对当事人不利的，须由有权决定的人核实情况、听取本人意见后作出。',
    skipTo: '跳到',
    asOf: '基准日',
    rows: '记录',
    rowCount: (people, rejected) => `共 ${people + rejected} 行：${people} 人有建议，${rejected} 行有错被拒`,
    rowsUntold: (people) => `${people} 人有建议（没有提供被拒的行）`,
    policies: '各项政策汇总',
    version: (version, from, until) => `${version} 版，自 ${from} 起施行${until ? `，至 ${until}（不含该日）` : ''}`,
    outcome: '结论',
    people: '人数',
    share: '占比',
    who: '人员',
    showPeople: (count) => `列出 ${count} 人`,
    rejectedRows: '被拒的行',
    total: '合计',
    assumedByPolicy: (count) => `政策作者的假定（${count} 条）`,
    assumedNote: '文件没有写明下列内容，由政策作者假定。每人的建议里另列出用到了哪几条。',
    usedBy: (decisions) => `用于 ${decisions} 人`,
    overview: '总览',
    overviewNote: '点结论看理由，点编号看此人的全部建议。',
    adverse: '对本人不利',
    undetermined: '信息不足',
    person: '人员',
    score: '得分',
    notJudged: '没有建议',
    toSupply: '需要补充的信息',
    toSupplyNote: '补充以后才能得出结论，或者才能确定结论的内容。',
    policy: '政策',
    needed: '缺少什么',
    rejectedNote: '这些行有错误，没有对任何政策作出建议；改正后重新判断。',
    place: '位置',
    problem: '问题',
    noDecisions: '没有任何建议。',
    onePerson: '逐人说明',
    onePersonNote: '点开一项建议，可以看到理由、依据、缺少的信息、假定和申请复核的途径。',
    onPaper: '打印时全部展开，每人另起一页。',
    back: '回到总览',
    needs: (facts) => `缺少：${facts.join('、')}`,
    ofYear: (fact, year) => `${year}年度${fact}`,
    noRuleStands: '没有一条规则成立',
    setAside: (rules) => `被搁置的规则：${rules.join('、')}`,
    several: (reasons, others) => `${reasons.join('；')}${others > 0 ? `；另有 ${others} 条` : ''}`,
    notReached: (rule) => `未达到“${rule}”`,
    workings: (count) => `各项得分从何而来（${count} 条）`,
    more: (heading, count) => `${heading}（${count} 条）`,
    notNeeded: (count) => `不影响本结论的缺失信息（${count} 条）`,
    ofRecord: '对这份记录的假定',
    ofPolicy: (count) => `政策作者的假定，本项用到 ${count} 条`,
  },
  en: {
    title: 'Proposals under cadre policies',
    proposal:
      'Every outcome on this page is a proposal to a human decider, not a decision. One that burdens the official is for an authorised person to verify and decide, after hearing the official concerned.',
    skipTo: 'Skip to',
    asOf: 'As of',
    rows: 'Records',
    rowCount: (people, rejected) =>
      `${counted(people + rejected, 'row', 'rows')}: ${counted(people, 'person', 'people')} with proposals, ${counted(rejected, 'row', 'rows')} rejected`,
    rowsUntold: (people) =>
      `${counted(people, 'person', 'people')} with proposals (rejected rows were not handed over)`,
    policies: 'Summary by policy',
    version: (version, from, until) =>
      `version ${version}, in force from ${from}${until ? ` until ${until}, excluded` : ''}`,
    outcome: 'Outcome',
    people: 'People',
    share: 'Share',
    who: 'Who',
    showPeople: (count) => `list all ${count}`,
    rejectedRows: 'Rejected rows',
    total: 'Total',
    assumedByPolicy: (count) => `Assumed by the policy’s author (${count})`,
    assumedNote:
      'The document does not state the following; the policy’s author supposes it. Each proposal lists which of these it used.',
    usedBy: (decisions) => `used for ${counted(decisions, 'person', 'people')}`,
    overview: 'Overview',
    overviewNote: 'An outcome leads to its reasons, an id to everything about that person.',
    adverse: 'burdens the official',
    undetermined: 'too little is known',
    person: 'Person',
    score: 'score',
    notJudged: 'no proposal',
    toSupply: 'Information to be supplied',
    toSupplyNote: 'Without it there is no outcome, or it is not certain what the outcome holds.',
    policy: 'Policy',
    needed: 'What is lacking',
    rejectedNote: 'These rows have errors and were judged by no policy; correct them and judge them again.',
    place: 'Place',
    problem: 'Problem',
    noDecisions: 'There is no proposal.',
    onePerson: 'Person by person',
    onePersonNote:
      'Open a proposal for its reasons, sources, missing information, assumptions and how to ask for review.',
    onPaper: 'On paper all are open, and each person begins a page.',
    back: 'Back to the overview',
    needs: (facts) => `lacking: ${facts.join(', ')}`,
    ofYear: (fact, year) => `${fact} of ${year}`,
    noRuleStands: 'no rule is met',
    setAside: (rules) => `set aside: ${rules.join(', ')}`,
    several: (reasons, others) => `${reasons.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
    notReached: (rule) => `“${rule}” is not met`,
    workings: (count) => `Where the points come from (${count})`,
    more: (heading, count) => `${heading} (${count})`,
    notNeeded: (count) => `Not on record, but without effect on this outcome (${count})`,
    ofRecord: 'Assumed about this record',
    ofPolicy: (count) => `Assumed by the policy’s author, used here (${count})`,
  },
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
