import { type Decision, formatPlace, type Locale, outcomeName } from '../index.js'
import type { Difference, UnknownName } from './differences.js'

/** What was expected and what was found instead, in one line: codes with what people call them. */
export function differenceText(difference: Difference, decision: Decision | undefined, locale: Locale): string {
  const { what, name, unknown } = difference
  const { key, expected, found, none, accepted } = words[locale]
  const [wanted, actual] = [difference.expected, difference.actual].map((text) => said(text, what, decision, locale))
  const subject =
    name === undefined ? keys[what][locale] : `${keys[what][locale]} ${titled(name, what, decision, locale)}`
  const hint = unknown ? unknownText(unknown, locale) : ''
  const nothing = what === 'rejected' ? accepted : none
  return `${key(subject)}${wanted ? expected(wanted) : nothing.expected}${actual ? found(actual) : nothing.found}${hint}`
}

/** That something is so of which a test says that it is not. */
export function unwantedText(difference: Difference, decision: Decision, locale: Locale): string {
  const { key, unwanted, unwantedNothing } = words[locale]
  const actual = said(difference.actual, difference.what, decision, locale)
  return `${key(keys[difference.what][locale])}${actual ? unwanted(actual) : unwantedNothing}`
}

/** The policy that was judged by, and its place. */
export function policyText({ policy }: Decision, locale: Locale): string {
  return words[locale].policy(policy.id, formatPlace(policy.place))
}

function unknownText({ written, suggestion, known }: UnknownName, locale: Locale): string {
  const { noSuch, meant, thereAre } = words[locale]
  return `${noSuch(written)}${suggestion === undefined ? thereAre(known) : meant(suggestion)}`
}

const statuses: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  met: { zh: '成立', en: 'met' },
  unmet: { zh: '不成立', en: 'unmet' },
  undetermined: { zh: '无法判定', en: 'undetermined' },
  setAside: { zh: '被搁置', en: 'set aside' },
}

/** A code with its name: `required (exchange required)`, `setAside (set aside)`. */
function said(text: string, what: Difference['what'], decision: Decision | undefined, locale: Locale): string {
  // A list with nothing in it.
  if (text === '[]') return ''
  const name =
    what === 'outcome' && decision
      ? outcomeName(decision.policy.kind, text, { locale })
      : isOfRule(what)
        ? statuses[text]?.[locale]
        : undefined
  return name === undefined || name === text ? text : words[locale].named(text, name)
}

/** A rule with its title; other names are left as they are. */
function titled(name: string, what: Difference['what'], decision: Decision | undefined, locale: Locale): string {
  const title = isOfRule(what) ? decision?.findings.find(({ id }) => id === name)?.title[locale] : undefined
  return title === undefined || title === name ? name : words[locale].named(name, title)
}

/** Whether it is the status of a rule that is expected. */
function isOfRule(what: Difference['what']): boolean {
  return Object.hasOwn(statuses, what)
}

const words = {
  zh: {
    key: (subject: string) => `${subject}：`,
    expected: (text: string) => `应为 ${text}`,
    found: (text: string) => `，实为 ${text}`,
    none: { expected: '应为无', found: '，实为无' },
    accepted: { expected: '应当不被拒', found: '，实际没有被拒' },
    unwanted: (text: string) => `不应为 ${text}，实际正是如此`,
    unwantedNothing: '不应为无，实际正是如此',
    named: (code: string, name: string) => `${code}（${name}）`,
    noSuch: (name: string) => `；政策中没有“${name}”`,
    meant: (name: string) => `，是否想写 ${name}？`,
    thereAre: (names: readonly string[]) => `，只有：${names.join('、')}`,
    policy: (id: string, place: string) => `政策：${id}，${place}`,
  },
  en: {
    key: (subject: string) => `${subject}: `,
    expected: (text: string) => `expected ${text}`,
    found: (text: string) => `, found ${text}`,
    none: { expected: 'expected nothing', found: ', found nothing' },
    accepted: { expected: 'expected no rejection', found: ', found none' },
    unwanted: (text: string) => `expected anything but ${text}, found just that`,
    unwantedNothing: 'expected something, found nothing',
    named: (code: string, name: string) => `${code} (${name})`,
    noSuch: (name: string) => `; the policy has no “${name}”`,
    meant: (name: string) => `: did you mean ${name}?`,
    thereAre: (names: readonly string[]) => `, only ${names.join(', ')}`,
    policy: (id: string, place: string) => `policy: ${id}, ${place}`,
  },
} as const

const keys: Readonly<Record<Difference['what'], { readonly zh: string; readonly en: string }>> = {
  outcome: { zh: '结论', en: 'outcome' },
  possible: { zh: '可能的结论', en: 'possible' },
  determinedBy: { zh: '决定性规则', en: 'determined by' },
  met: { zh: '规则', en: 'rule' },
  unmet: { zh: '规则', en: 'rule' },
  undetermined: { zh: '规则', en: 'rule' },
  setAside: { zh: '规则', en: 'rule' },
  missing: { zh: '仍有影响的未知字段', en: 'missing' },
  decisive: { zh: '影响结论的年月', en: 'decisive months' },
  assumed: { zh: '用到的假定参数', en: 'assumed' },
  figures: { zh: '数字', en: 'figure' },
  score: { zh: '总分', en: 'score' },
  points: { zh: '积分', en: 'points' },
  band: { zh: '档次', en: 'band' },
  benefits: { zh: '激励', en: 'benefits' },
  measures: { zh: '措施', en: 'measures' },
  text: { zh: '中文说明中的文字', en: 'text in the Chinese explanation' },
  rejected: { zh: '记录被拒的代码', en: 'codes of rejection' },
}
