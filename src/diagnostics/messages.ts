import type { Locale } from '../base/index.js'
import type { Messages, RelatedMessages } from './catalogue.js'
import type { Diagnostic, Related } from './diagnostic.js'
import { en, enRelated } from './messages/en.js'
import { zh, zhRelated } from './messages/zh.js'

const messages: Readonly<Record<Locale, Messages>> = { zh, en }
const relatedMessages: Readonly<Record<Locale, RelatedMessages>> = { zh: zhRelated, en: enRelated }

/** The sentence for a problem: what is wrong, and the nearest known name where there is one. No place, no final stop. */
export function messageOf({ code, params }: Pick<Diagnostic, 'code' | 'params'>, locale: Locale): string {
  const message = messages[locale][code] as (params: Diagnostic['params']) => string
  return message(params)
}

/** The sentence for a place that explains a problem. */
export function relatedMessageOf({ code, params }: Pick<Related, 'code' | 'params'>, locale: Locale): string {
  const message = relatedMessages[locale][code] as (params: Related['params']) => string
  return message(params)
}

/** The line that counts the problems which are not shown. */
export function moreText(more: number, locale: Locale): string {
  return locale === 'zh' ? `……另有 ${more} 处` : `… and ${more} more`
}
