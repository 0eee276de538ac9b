import type { Expectation } from '../check.js'
import type { Decision, Locale } from '../index.js'
import { decisionIn } from './decision-in.js'
import { differenceText, unwantedText } from './difference-text.js'
import { type Difference, differencesOf, textOf } from './differences.js'
import { reasonLines } from './format.js'
import { asWritten } from './value-text.js'

/** What can be expected of a decision: `expect(decision).toHaveOutcome('required')`. */
export interface DecisionMatchers {
  /** The outcome is the given one. One that the policy's kind does not have is an error, also after `not`. */
  toHaveOutcome(outcome: string): void
  /**
   * The outcome rests on exactly the rules with the given reason codes, in any order; none where nothing is given. A code
   * that no rule of the policy has is an error, also after `not`.
   */
  toBeDeterminedBy(...codes: string[]): void
  /**
   * The fields that are not known and can still change the decision are exactly those at the given paths (`posts.0.category`,
   * `inputs.hardship`), in any order; none where nothing is given. A field that is not known and cannot change anything
   * any more does not count, and a path under which several things are missing counts once.
   */
  toBeMissing(...paths: string[]): void
  /**
   * The total of the scorecard is the given number, or what cases write: `38.5`, `1/3`, `[36, 40]`, `[0, ∞)`, `unknown`. A
   * number is the decimal that it prints as. A decision without a score, and what is no number of points, are an error,
   * also after `not`.
   */
  toScore(points: number | string): void
}

declare global {
  // vitest's own `Matchers` takes other type parameters in 5 than in 4. Its assertions take in those of Chai in both, and
  // here nothing is missing where there is no vitest.
  namespace Chai {
    interface Assertion extends DecisionMatchers {}
  }
}

interface Matched {
  readonly pass: boolean
  readonly message: () => string
}

/**
 * Matchers for decisions, to be given to vitest's `expect.extend`; their failures say what was expected, what was found
 * and why it is so. By default in Chinese. What is no decision is a TypeError, also after `not`.
 */
export function matchers({ locale = 'zh' }: { readonly locale?: Locale } = {}): {
  readonly [Name in keyof DecisionMatchers]: (
    received: unknown,
    ...expected: Parameters<DecisionMatchers[Name]>
  ) => Matched
} {
  return {
    toHaveOutcome: (received, outcome) => match(received, { outcome }, locale),
    toBeDeterminedBy: (received, ...codes) => match(received, { determinedBy: [...new Set(codes)] }, locale),
    toBeMissing: (received, ...paths) => match(received, { missing: [...new Set(paths)] }, locale),
    toScore: (received, points) => match(received, { score: pointsIn(points, locale) }, locale),
  }
}

/** Throws a RangeError for what can be so of no decision of the policy: neither expecting it nor the contrary says anything. */
function match(received: unknown, expectation: Expectation, locale: Locale): Matched {
  const decision = decisionIn(received, locale)
  if (expectation.score !== undefined && !decision.statement) throw new RangeError(words[locale].noScore)
  const differences = differencesOf(expectation, { decision, rejected: [] })
  const impossible = differences.find(({ unknown }) => unknown)
  if (impossible) throw new RangeError(differenceText(impossible, decision, locale))
  const pass = differences.length === 0
  return {
    pass,
    message: () => (pass ? unwanted(expectation, decision, locale) : wanted(differences, decision, locale)),
  }
}

function wanted(differences: readonly Difference[], decision: Decision, locale: Locale): string {
  const lines = differences.map((one) => differenceText(one, decision, locale))
  return [...lines, ...reasonLines(differences, decision, locale)].join('\n')
}

/** After `not`: everything that the expectation names is so. */
function unwanted(expectation: Expectation, decision: Decision, locale: Locale): string {
  const found = Object.entries(expectation).map(([what, value]): Difference => {
    const text = textOf(value)
    return { what: what as keyof Expectation, expected: text, actual: text }
  })
  const lines = found.map((one) => unwantedText(one, decision, locale))
  return [...lines, ...reasonLines(found, decision, locale)].join('\n')
}

const DECIMAL = String.raw`-?\d+(\.\d+)?(\/\d+)?`
const POINTS = new RegExp(`^(unknown|none|((${DECIMAL})|[[(](${DECIMAL}|-∞), ?(${DECIMAL}|∞)[\\])])( or none)?)$`)

function pointsIn(points: number | string, locale: Locale): string {
  const text = asWritten(points)
  if (!POINTS.test(text)) throw new RangeError(words[locale].noPoints(String(points)))
  return text
}

const words = {
  zh: {
    noScore: '这份决定建议没有总分：政策没有积分表，或者没有适用',
    noPoints: (text: string) => `“${text}”不是分数；请写 38.5、[36, 40]、[0, ∞) 或 unknown`,
  },
  en: {
    noScore: 'the decision holds no score: the policy has no scorecard, or was not applied',
    noPoints: (text: string) => `“${text}” is no number of points; write 38.5, [36, 40], [0, ∞) or unknown`,
  },
} as const
