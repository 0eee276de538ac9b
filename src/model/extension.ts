import type { Localized } from '../base/index.js'
import type { FactType } from './value.js'

/**
 * The name of something that an embedder brings: `x-`, a letter, then letters or digits (`x-workdays`). No word of the
 * language begins so, now or later.
 */
export type ExtensionName = `x-${string}`

/**
 * A value as an embedder's functions see it: true or false, a number that is exactly the decimal, or text, of a date
 * `2026-11-21` (the first day of a month), of a duration `P5Y2M`.
 */
export type PlainValue = boolean | number | string

/**
 * Operators and derivations of an embedder's own, by the names that policies write. They are given to `loadPolicySet`
 * and to `evaluate`, and known nowhere else. 扩展
 */
export interface Extensions {
  readonly operators?: Readonly<Record<string, OperatorExtension>>
  readonly derivations?: Readonly<Record<string, DerivationExtension>>
}

/** What an operator tests, and what stands on its right. */
export interface OperatorSignature {
  readonly tests: FactType['is']
  readonly operand: FactType['is']
}

/** The arguments of a derivation by name, all of them required, and what comes of them. */
export interface DerivationSignature {
  readonly args: Readonly<Record<string, FactType['is']>>
  readonly result: FactType['is']
}

export interface OperatorExtension extends OperatorSignature {
  /**
   * What is asked for, with `…` where the right side stands, else it stands at the end: `{ zh: '以…开头', en: 'to start
   * with …' }`. Of the opposite 不 and not are put before it.
   */
  readonly title: Localized
  /**
   * Whether it holds; asked only of known values. It must answer true or false, at once: anything else, or throwing,
   * rejects the record.
   */
  // A method, so that a function may name the types that it declares.
  test(left: PlainValue, right: PlainValue): boolean
}

export interface DerivationExtension extends DerivationSignature {
  /** What the result is called: `{ zh: '工作日数', en: 'workdays' }`. */
  readonly title: Localized
  /**
   * The result, of the declared type, or undefined if it is not known; asked only of known values. Numbers have at
   * most 15 significant digits. Any other answer, or throwing, rejects the record.
   */
  compute(args: Readonly<Record<string, PlainValue>>): PlainValue | undefined
}

/** What a policy needs of an embedder. */
export interface NeededExtensions {
  readonly operators: Readonly<Record<string, OperatorSignature>>
  readonly derivations: Readonly<Record<string, DerivationSignature>>
}
