// Small values everything is made of: calendar, durations, exact decimals, three-valued truth, places, ids.
export { assertNever, invariant } from './assert.js'
export type { Brand, FactId, NodeId, PolicyId, ReasonCode } from './brand.js'
export {
  addDays,
  addDuration,
  addMonths,
  daysBetween,
  daysOf,
  durationBetween,
  firstDay,
  formatDate,
  isMonth,
  lastDay,
  mayBe,
  monthsBetween,
  type PlainDate,
  pack,
  parseDate,
  type TimeUnit,
  unitsBetween,
  unpack,
} from './calendar.js'
export { compareDecimals, type DecimalText, decimalFromNumber } from './decimal.js'
export { digestOf } from './digest.js'
export { type Duration, formatDurationIso, parseDuration } from './duration.js'
export { resolveFile } from './file-path.js'
export { type Locale, type Localized, localizedTitle } from './localized.js'
export { byCodePoint, sortedUnique } from './order.js'
export { formatPath, formatPlace, type Path, type Place, pathKey, placeOf, type Span, startOfLine } from './place.js'
export { fillPlaceholders, placeholdersIn } from './placeholders.js'
export type { Result } from './result.js'
export { allOf, anyOf, atLeastOf, negate, type Truth } from './truth.js'
export { engineVersion, languageVersion } from './version.js'
