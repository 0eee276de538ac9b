// The parts of a policy as its author wrote them that JSON Schema cannot say in TypeScript's terms.
import type { FactEntryMap, ListPart } from './generated/facts.js'

/** A test's value: equal, one of, or operators. */
export type WrittenTest = WrittenScalar | readonly WrittenOperand[] | Readonly<Record<string, WrittenTestOperand>>
/** What stands on the right of an operator. */
export type WrittenTestOperand = WrittenOperand | readonly WrittenOperand[]
/** `5 years`, `$limit`, `asOf`, a fact's name, `{ fact: name }`, `{ item: field }`, or a derivation such as `{ plus: [...] }`. */
export type WrittenOperand = WrittenScalar | WrittenComputed
/** A reference or a derivation: what a fact can be made of, without what only a fact has. */
export interface WrittenComputed extends WrittenForms {
  readonly fact?: string
  readonly item?: string
  readonly outer?: string
  readonly parameter?: string
  readonly at?: WrittenOperand
  readonly conventions?: NonNullable<FactEntryMap['conventions']>
}
/** What a derivation that an embedder brings is given. */
export type WrittenArguments = Readonly<Record<string, WrittenOperand>>
/** The derivations by name; one of them makes a fact. Those that an embedder brings are not named here. */
export type WrittenForms = Readonly<Omit<FactEntryMap, FactKey>>
/** Facts with their tests, and the words all, any, not, some, every, none, atLeastOf. */
export type WrittenCondition = Readonly<Record<string, unknown>>
/** A fact of a dictionary; a bare operand stands for `{ is: … }`. */
export type WrittenFact = FactEntryMap | WrittenScalar
/** A list that a dictionary names: one source, or several joined. */
export type WrittenList = ListPart | ListPart[]
/** A whole record, or one from a file with changes. */
export type WrittenCaseRecord =
  | { readonly from: string; readonly with?: Readonly<Record<string, unknown>> }
  | Readonly<Record<string, unknown>>
/** What an item of a scorecard earns: a value, by a table, in tiers, or by order of date. */
export type WrittenAward = WrittenOperand | WrittenAwardTable | WrittenAwardTiers | WrittenAwardSequence
export interface WrittenAwardTable {
  readonly by: string
  readonly table: Readonly<Record<string, WrittenOperand>>
  readonly else?: WrittenOperand
}
export interface WrittenAwardTiers {
  readonly tiers: readonly { readonly upTo?: number; readonly is: WrittenOperand }[]
}
export interface WrittenAwardSequence {
  readonly first: readonly WrittenOperand[]
  readonly then: WrittenOperand
}
export type WrittenScalar = string | number | boolean

type FactKey =
  | 'title'
  | 'type'
  | 'values'
  | 'ordered'
  | 'absent'
  | 'list'
  | 'least'
  | 'most'
  | 'sensitivity'
  | 'is'
  | 'conventions'
