import type { FactId, PlainDate } from '../base/index.js'
import type { ProgramCondition } from './condition.js'
import type { ProgramFact } from './fact.js'
import type { Parameter, Policy, ProgramRule } from './policy.js'
import type { Value } from './value.js'

/** A policy set bound to an as-of date: plain JSON that evaluates the same anywhere. 已编译政策 */
export interface Program {
  readonly languageVersion: number
  readonly engineVersion: string
  readonly asOf: PlainDate
  readonly policies: readonly ProgramPolicy[]
}

/** The version of one policy that the as-of date selects, its parameters fixed to their values at that date. */
export interface ProgramPolicy extends Omit<Policy, 'facts' | 'parameters' | 'scope' | 'rules'> {
  /** False if no version is in force at the as-of date; then nothing of it is evaluated. */
  readonly inForce: boolean
  readonly facts: Readonly<Record<FactId, ProgramFact>>
  readonly parameters: Readonly<Record<string, ProgramParameter>>
  readonly scope?: ProgramCondition
  readonly rules: readonly ProgramRule[]
}

export interface ProgramParameter extends Omit<Parameter, 'values'> {
  readonly value: Value
}
