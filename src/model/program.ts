import type { FactId, PlainDate } from '../base/index.js'
import type { ProgramCondition } from './condition.js'
import type { Conventions } from './conventions.js'
import type { ProgramFact, ProgramList } from './fact.js'
import type { Parameter, Period, Policy, ProgramRule } from './policy.js'
import type { Value } from './value.js'

/** A policy set bound to an as-of date: plain JSON that evaluates the same anywhere. 已编译政策 */
export interface Program {
  readonly languageVersion: number
  readonly engineVersion: string
  readonly asOf: PlainDate
  /** The days around the as-of date on which the same versions and parameter values hold. */
  readonly segment: Period
  readonly policies: readonly ProgramPolicy[]
}

/** A program as it stands in a file, with what must fit for it to be read: schemas/program.schema.json. */
export interface ProgramFile {
  readonly schemaVersion: 1
  readonly languageVersion: number
  /** The engine that compiled it; another may read it. */
  readonly engineVersion: string
  /** SHA-256 of the program. */
  readonly digest: string
  readonly program: Program
}

/**
 * A version of a policy that is in force at the as-of date, its parameters fixed to their values at that date. There
 * are several of one policy if all but one say whom they apply to.
 */
export interface ProgramPolicy
  extends Omit<Policy, 'facts' | 'lists' | 'parameters' | 'conventions' | 'appliesTo' | 'scope' | 'rules'> {
  /** False if no version is in force at the as-of date; then nothing of it is evaluated. */
  readonly inForce: boolean
  readonly facts: Readonly<Record<FactId, ProgramFact>>
  readonly lists: Readonly<Record<FactId, ProgramList>>
  readonly parameters: Readonly<Record<string, ProgramParameter>>
  readonly conventions: Conventions
  readonly appliesTo?: ProgramCondition
  readonly scope?: ProgramCondition
  readonly rules: readonly ProgramRule[]
}

export interface ProgramParameter extends Parameter {
  readonly value: Value
}
