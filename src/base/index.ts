// Small values everything is made of: calendar, durations, exact numbers, three-valued truth, places, ids.
export { assertNever, invariant } from './assert.js'
export type { Brand, FactId, NodeId, PolicyId, ReasonCode } from './brand.js'
export {
  addDays,
  addDuration,
  addMonths,
  type DateParts,
  daysBetween,
  daysOf,
  firstDay,
  formatDate,
  isMonth,
  lastDay,
  type MonthEnd,
  mayBe,
  type PlainDate,
  pack,
  parseDate,
  unpack,
} from './calendar.js'
export { digestOf } from './digest.js'
export {
  compareDurations,
  type Duration,
  formatDurationIso,
  negateDuration,
  normaliseDuration,
  parseDuration,
} from './duration.js'
export { resolveFile } from './file-path.js'
export { codePointOf, HIDDEN } from './hidden.js'
export { lineLocator } from './line-locator.js'
export { type Locale, type Localized, localizedTitle } from './localized.js'
export {
  addNumbers,
  compareDecimals,
  type DecimalText,
  decimalFromNumber,
  divideNumbers,
  isWhole,
  isZero,
  multiplyNumbers,
  numberFromDecimal,
  type RoundingMode,
  roundNumber,
  type ShownNumber,
  shownNumber,
  subtractNumbers,
  toWhole,
  wholeNumber,
} from './number.js'
export { byCodePoint, distinctBy, sortedUnique } from './order.js'
export {
  type CalendarUnit,
  type DatePart,
  durationBetween,
  endOf,
  monthsBetween,
  nextOccurrence,
  partOf,
  type Recurrence,
  startOf,
  type TimeUnit,
  unitsBetween,
} from './periods.js'
export {
  formatPath,
  formatPlace,
  type Path,
  type Place,
  pathKey,
  placeOf,
  type SourceText,
  type Span,
  startingAt,
  startOfLine,
} from './place.js'
export { fillPlaceholders, placeholdersIn } from './placeholders.js'
export type { Result } from './result.js'
export { type Align, alignColumns, firstColumns, lastColumns, textWidth } from './text-width.js'
export { agreementOf, allOf, anyOf, atLeastOf, negate, type Truth } from './truth.js'
export { engineVersion, languageVersion } from './version.js'
