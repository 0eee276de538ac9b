import { anyOf, invariant, startingAt } from '../base/index.js'
import { relatedPlace } from '../diagnostics/index.js'
import { kindNamed } from '../kinds/index.js'
import type { ProgramPolicy } from '../model/index.js'
import type { Subject } from './evaluator.js'
import { type Fault, faultAt } from './fault.js'
import { type Judgement, judge, type Version } from './judge.js'

/** What the versions of one policy come to together. */
export interface Decided {
  readonly outcome: string
  readonly possible: readonly string[]
  /** The version that heads the decision. */
  readonly main: Judgement
  /** Others that may be the one for this person. */
  readonly alternatives: readonly Judgement[]
  /** Whether it makes a difference which version is the one for this person. */
  readonly versionMatters: boolean
}

/**
 * Judges a person by the version that is for him: the one whose `appliesTo` holds, else the one that is for everybody.
 * Where nobody knows which, every one that it may be is judged, and what any of them leaves possible is possible.
 */
export function judgeVersions(versions: readonly Version[], subject: Subject): Decided {
  const judged = versions.map((version) => judge(version, subject))
  const special = judged.filter(({ appliesTo }) => appliesTo)
  const general = judged.find(({ appliesTo }) => !appliesTo)
  const [first] = judged
  invariant(first, 'a policy has a version')
  const sure = special.filter(({ applies }) => applies === true)
  if (sure.length > 1) throw twoVersions(sure)
  const anySpecial = anyOf(special.map(({ applies }) => applies))
  const maybe = [
    ...special.filter(({ applies }) => applies !== false),
    ...(general && anySpecial !== true ? [general] : []),
  ]
  const none = !general && anySpecial !== true
  const sets = [...maybe.map((one) => one.possible), ...(none ? [['notApplicable']] : [])]
  const possible = unite(sets, first.policy)
  const main = maybe.find((one) => one === general) ?? maybe[0] ?? first
  const [only = 'undetermined', ...others] = possible
  return {
    outcome: others.length === 0 ? only : 'undetermined',
    possible,
    main,
    alternatives: maybe.filter((one) => one !== main),
    versionMatters: new Set(sets.map((one) => JSON.stringify(one))).size > 1,
  }
}

function twoVersions(judged: readonly Judgement[]): Fault {
  const [first, ...others] = judged.map(({ policy }) => policy)
  invariant(first, 'there are two versions')
  const policy = first.id
  const related = others.map(({ place }) => relatedPlace('other-version', { policy }, startingAt(place)))
  return faultAt('fact/two-versions', { policy }, first.place, related)
}

/** Every outcome that one of several leaves possible, the strongest first. */
function unite(sets: readonly (readonly string[])[], { kind }: ProgramPolicy): string[] {
  const order = [...kindNamed(kind).outcomes, 'notApplicable']
  return [...new Set(sets.flat())].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
