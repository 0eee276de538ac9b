import type { Truth } from '../../base/index.js'
import type { EngineRule } from './rules.js'

/** What is used of json-rules-engine. */
export interface EngineModule {
  readonly Engine: new (rules: readonly Rule[]) => Engine
  readonly Rule: new (rule: Partial<EngineRule>) => Rule
  readonly Almanac: new () => Almanac
}

interface Engine {
  addOperator(name: string, test: EngineOperator): void
  addOperatorDecorator(name: string, test: (fact: number, value: number, next: EngineOperator) => Truth): void
  run(facts: object, options: { readonly almanac: Almanac }): Promise<EngineResult>
}

interface EngineResult {
  readonly results: readonly RuleResult[]
  readonly failureResults: readonly RuleResult[]
}

/** Tells facts and values to one run, and holds its results. */
export interface Almanac {
  factValue(fact: string): Promise<number>
  getValue(value: unknown): Promise<unknown>
}

export type EngineOperator = (fact: number, value: number) => Truth

interface Rule {
  /** Copied for each run. */
  conditions: unknown
}

interface RuleResult {
  readonly name: string
  readonly result: unknown
  readonly conditions: Outcome
}

/** A group or a test, after the run. */
export interface Outcome {
  readonly name?: string
  readonly result?: unknown
  readonly all?: readonly Outcome[]
  readonly any?: readonly Outcome[]
}

/** The same, but that it tells nobody anything: what there is to tell is read off the results. */
export function silent({ Engine, Rule, Almanac }: EngineModule): EngineModule {
  const nobody = Promise.resolve([])
  const emitAsync = (): Promise<unknown> => nobody
  class SilentEngine extends Engine {}
  class SilentRule extends Rule {}
  for (const { prototype } of [SilentEngine, SilentRule])
    Object.defineProperty(prototype, 'emitAsync', { value: emitAsync })
  return { Engine: SilentEngine, Rule: SilentRule, Almanac }
}

/** json-rules-engine is loaded when it is first needed: whoever evaluates in another way need not have it. */
export async function loadEngine(): Promise<EngineModule> {
  return (await import('json-rules-engine')) as unknown as EngineModule
}
