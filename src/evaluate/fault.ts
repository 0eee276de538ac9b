import { type Place, type Result, startingAt } from '../base/index.js'
import {
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticParams,
  diagnostic,
  type Related,
} from '../diagnostics/index.js'

/**
 * Thrown where a derivation cannot be computed for a record, such as a division by zero. It rejects the record; it
 * never becomes false, none or unknown.
 */
export class Fault extends Error {
  readonly diagnostic: Diagnostic

  constructor(problem: Diagnostic) {
    super(problem.code)
    this.name = 'Fault'
    this.diagnostic = problem
  }
}

/** The fault of that code at a place of the policy, with the places that explain it. */
export function faultAt<Code extends DiagnosticCode>(
  code: Code,
  params: DiagnosticParams[Code],
  place: Place,
  related: readonly Related[] = [],
): Fault {
  return new Fault(diagnostic(code, params, { span: startingAt(place), related }))
}

/** What is computed for a record, or the fault that rejects it; anything else that is thrown is a bug of ours. */
export async function orFault<T>(compute: () => Promise<T>): Promise<Result<T, Diagnostic>> {
  try {
    return { ok: true, value: await compute(), warnings: [] }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, diagnostics: [error.diagnostic] }
    throw error
  }
}
