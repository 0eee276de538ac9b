import { formatPath, formatPlace, type Locale } from '../base/index.js'
import type { Messages } from './catalogue.js'
import { type Diagnostic, sortDiagnostics } from './diagnostic.js'
import { en } from './messages/en.js'
import { zh } from './messages/zh.js'

const messages: Readonly<Record<Locale, Messages>> = { zh, en }

/** More problems than this help nobody; the rest are counted. */
const MOST_SHOWN = 1000

/** The sentence for a problem: what is wrong, and the nearest known name where there is one. No place, no final stop. */
export function messageOf({ code, params }: Pick<Diagnostic, 'code' | 'params'>, locale: Locale): string {
  const message = messages[locale][code] as (params: Diagnostic['params']) => string
  return message(params)
}

/** `file:line:column  error  code  message`, or the path in the data where there is no place in a file. */
export function formatDiagnostic(diagnostic: Diagnostic, { locale }: { readonly locale: Locale }): string {
  const { span, path, severity, code } = diagnostic
  const where = span ? formatPlace(span) : formatPath(path)
  return `${where ? `${where}  ` : ''}${labels[locale][severity]}  ${code}  ${messageOf(diagnostic, locale)}`
}

/** All problems, a line each, sorted by place; at most 1,000, then a line that counts the rest. */
export function formatDiagnostics(diagnostics: Iterable<Diagnostic>, options: { readonly locale: Locale }): string {
  const sorted = sortDiagnostics(diagnostics)
  const lines = sorted.slice(0, MOST_SHOWN).map((one) => formatDiagnostic(one, options))
  const rest = sorted.length - lines.length
  return [...lines, ...(rest > 0 ? [labels[options.locale].more(rest)] : [])].join('\n')
}

const labels = {
  zh: { error: '错误', warning: '警告', more: (rest: number) => `……另有 ${rest} 处` },
  en: { error: 'error', warning: 'warning', more: (rest: number) => `… and ${rest} more` },
} as const
