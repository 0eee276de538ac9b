import type { Locale, Localized } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'

/** The outcomes that every kind of policy has. */
const general: Readonly<Record<string, Localized>> = {
  notApplicable: { zh: '不适用', en: 'not applicable' },
  undetermined: { zh: '无法判定', en: 'undetermined' },
}

/** What an outcome of a kind of policy is called, in both languages. */
export function outcomeTitle(kind: string, outcome: string): Localized {
  return kindNamed(kind).words.outcome[outcome] ?? general[outcome] ?? { zh: outcome, en: outcome }
}

/** What an outcome of a kind of policy is called. */
export function outcomeName(kind: string, outcome: string, { locale }: { readonly locale: Locale }): string {
  return outcomeTitle(kind, outcome)[locale]
}
