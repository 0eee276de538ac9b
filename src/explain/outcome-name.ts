import type { Locale, Localized } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'

/** The outcomes that every kind of policy has. */
const general: Readonly<Record<string, Localized>> = {
  notApplicable: { zh: '不适用', en: 'not applicable' },
  undetermined: { zh: '无法判定', en: 'undetermined' },
}

/** The outcomes that a policy of a kind can come to, in the order in which they are listed; those that every kind has are last. */
export function outcomesOf(kind: string): readonly string[] {
  return [...kindNamed(kind).outcomes, ...Object.keys(general)]
}

/** What an outcome of a kind of policy is called, in both languages. */
export function outcomeTitle(kind: string, outcome: string): Localized {
  return kindNamed(kind).words.outcome[outcome] ?? general[outcome] ?? { zh: outcome, en: outcome }
}

/** What an outcome of a kind of policy is called. */
export function outcomeName(kind: string, outcome: string, { locale }: { readonly locale: Locale }): string {
  return outcomeTitle(kind, outcome)[locale]
}
