/** The truth of a condition, three-valued after Kleene. Unknown is a value, not an error. 真值 */
export type Truth = boolean | 'unknown'

/** False if any part is false, else unknown if any is unknown, else true. */
export function allOf(parts: Iterable<Truth>): Truth {
  let result: Truth = true
  for (const part of parts) {
    if (part === false) return false
    if (part === 'unknown') result = 'unknown'
  }
  return result
}

/** True if any part is true, else unknown if any is unknown, else false. */
export function anyOf(parts: Iterable<Truth>): Truth {
  let result: Truth = false
  for (const part of parts) {
    if (part === true) return true
    if (part === 'unknown') result = 'unknown'
  }
  return result
}

/** True if at least `n` parts are true, false if the true and the unknown ones together are fewer, else unknown. */
export function atLeastOf(n: number, parts: Iterable<Truth>): Truth {
  let sure = 0
  let open = 0
  for (const part of parts) {
    if (part === true) sure += 1
    else if (part === 'unknown') open += 1
  }
  if (sure >= n) return true
  return sure + open < n ? false : 'unknown'
}

/** The truth that all parts have; unknown if they differ. */
export function agreementOf([first = 'unknown', ...others]: readonly Truth[]): Truth {
  return others.every((truth) => truth === first) ? first : 'unknown'
}

/** The opposite; the opposite of unknown is unknown. */
export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth
}
