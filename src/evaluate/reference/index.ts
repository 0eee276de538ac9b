// The meaning of the language, as plainly as it can be said. Slow is fine: the other evaluators are tested against it.
// Operators and conditions are its own; so are derivations until the compiled evaluator brings others (docs/decisions/0008).
import { allOf, anyOf, assertNever, atLeastOf, negate } from '../../base/index.js'
import { type ProgramCondition, showValue, type Trace } from '../../model/index.js'
import { isExtensionName } from '../../operators/index.js'
import type { Evaluated, SyncEvaluator } from '../evaluator.js'
import { testByExtension } from '../extensions.js'
import { contextFor, nameOf, readOperand, readShown, readSubject, shownStatement } from './operands.js'
import { test } from './operators.js'
import { judgeQuantifier } from './quantifier.js'
import { type Context, notesOf } from './reading.js'

/** Evaluates by walking the conditions, with a full trace and no short cut. */
export const reference: SyncEvaluator = (policy, subject): Evaluated => {
  const context = contextFor(policy, subject, judge)
  const appliesTo = policy.appliesTo && judge(policy.appliesTo, context)
  const scope = appliesTo?.truth !== false && policy.scope ? judge(policy.scope, context) : undefined
  const outside = appliesTo?.truth === false || scope?.truth === false
  return {
    ...(appliesTo && { appliesTo }),
    ...(scope && { scope }),
    rules: outside
      ? []
      : policy.rules.map(({ when, unless }) => ({
          when: judge(when, context),
          ...(unless && { unless: judge(unless, context) }),
        })),
    read: (fact) => readShown(fact, context),
    statement: () => shownStatement(context),
  }
}

function judge(condition: ProgramCondition, context: Context): Trace {
  const { kind, id } = condition
  switch (kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((one) => judge(one, context))
      const truths = parts.map(({ truth }) => truth)
      return { kind, id, truth: kind === 'all' ? allOf(truths) : anyOf(truths), parts }
    }
    case 'atLeastOf': {
      const { n, negated } = condition
      const parts = condition.parts.map((one) => judge(one, context))
      const truth = atLeastOf(
        n,
        parts.map((one) => one.truth),
      )
      return { kind, id, truth: negated ? negate(truth) : truth, n, negated, parts }
    }
    case 'quantifier':
      return judgeQuantifier(condition, context)
    case 'comparison':
      return judgeComparison(condition, context)
    default:
      return assertNever(condition, 'condition')
  }
}

function judgeComparison(condition: Extract<ProgramCondition, { kind: 'comparison' }>, context: Context): Trace {
  const { kind, id, place, subject, type, operator, operand, negated } = condition
  const left = readSubject(subject, context)
  const right = readOperand(operand, context)
  const own = isExtensionName(operator)
  const truth = own
    ? testByExtension(operator, left.value, right.value, place, context)
    : test(operator, left.value, right.value, { ...context, type })
  const operatorTitle = own && context.extensions.operators[operator]?.title
  return {
    kind,
    id,
    truth: negated ? negate(truth) : truth,
    place,
    fact: nameOf(subject, context.policy),
    operator,
    negated,
    actual: showValue(left.value),
    operand: showValue(right.value),
    ...notesOf([left, right]),
    ...(operatorTitle && { operatorTitle }),
  }
}
