import type { Decision } from '../index.js'

type ShownValue = NonNullable<Decision['figures']>[number]['value']

/**
 * A value as cases write it: `3`, `0.5`, `1/3`, `[2, 4]`, `[0, ∞)`, `5 or none`, `none`, `unknown`, `2026-11-21`,
 * `P1Y6M`, `2020-01-01 → 2026-11-21`.
 */
export function valueText(value: ShownValue): string {
  switch (value.type) {
    case 'number':
      return value.fraction ?? value.value
    case 'elapsed':
      return `${value.since} → ${value.until}`
    case 'list':
      return value.items.map(valueText).join(', ')
    case 'interval': {
      const [low, high] = [value.low, value.high].map((end) => (end === undefined ? undefined : valueText(end)))
      const from = low === undefined ? '(-∞' : `[${low}`
      const to = high === undefined ? '∞)' : `${high}]`
      const text = low !== undefined && low === high ? low : `${from}, ${to}`
      return value.orNone ? `${text} or none` : text
    }
    case 'none':
    case 'open':
    case 'unknown':
      return value.type
    default:
      return String(value.value)
  }
}

/** Points or an amount that somebody wrote, in the form of `valueText`: `2.50` is `2.5`, `[2,4]` is `[2, 4]`. */
export function asWritten(value: string | number | boolean): string {
  return String(value)
    .replace(/(\.\d*?)0+(?!\d)/g, '$1')
    .replace(/\.(?!\d)/g, '')
    .replace(/\s*,\s*/g, ', ')
}
