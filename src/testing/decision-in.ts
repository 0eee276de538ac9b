import { type Decision, type Diagnostic, formatDiagnostics, type Locale, type Result } from '../index.js'

/** The decision that somebody has given to `expect`. Throws a TypeError that says what was given instead. */
export function decisionIn(received: unknown, locale: Locale): Decision {
  if (isDecision(received)) return received
  const { notADecision, promise, list, result, rejected } = words[locale]
  const hint =
    received instanceof Promise
      ? promise
      : Array.isArray(received)
        ? list(received.length)
        : isResult(received)
          ? received.ok
            ? result
            : rejected(formatDiagnostics(received.diagnostics, { locale }))
          : ''
  throw new TypeError(`${notADecision}${hint}`)
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== 'object' || value === null) return false
  const { outcome, policy, findings, determinedBy, missing } = value as Partial<Record<keyof Decision, unknown>>
  const lists = [findings, determinedBy, missing]
  return typeof outcome === 'string' && typeof policy === 'object' && lists.every((list) => Array.isArray(list))
}

function isResult(value: unknown): value is Result<unknown, Diagnostic> {
  return typeof value === 'object' && value !== null && 'ok' in value && ('value' in value || 'diagnostics' in value)
}

const words = {
  zh: {
    notADecision: '给 expect 的不是决定建议',
    promise: '，而是 Promise：请先 await',
    list: (length: number) => `，而是有 ${length} 项的列表：请取其中一项，如 decisions[0]`,
    result: '，而是 evaluate 的结果：请取其中一项，如 judged.value[0]',
    rejected: (problems: string) => `，而是 evaluate 的结果；记录被拒，没有决定建议：\n${problems}`,
  },
  en: {
    notADecision: 'what was given to expect is no decision',
    promise: ' but a promise: await it first',
    list: (length: number) => ` but a list of ${length}: take one of them, such as decisions[0]`,
    result: ' but what evaluate returned: take one of its decisions, such as judged.value[0]',
    rejected: (problems: string) =>
      ` but what evaluate returned; the record was rejected, so there is none:\n${problems}`,
  },
} as const
