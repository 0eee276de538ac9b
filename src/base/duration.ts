/** A length of time: whole months and days, kept apart; either may be negative. 时长 */
export interface Duration {
  readonly months: number
  readonly days: number
}

/** More years than this are a slip of the pen, and no date could be counted with them. */
const LONGEST = 1000

const units: Readonly<Record<string, Duration>> = {
  year: { months: 12, days: 0 },
  quarter: { months: 3, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
}

const chinese: Readonly<Record<string, string>> = { 年: 'year', 个月: 'month', 周: 'week', 天: 'day', 日: 'day' }
const iso: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }

/** Reads `5 years`, `1 year 6 months`, `52 weeks`, `90 days`, `1年6个月` or `P1Y6M`; undefined for anything else: negative ones, and more than 1,000 years. */
export function parseDuration(text: string): Duration | undefined {
  if (/^P(\d{1,6}[YMWD])+$/.test(text)) return add(text.slice(1).matchAll(/(\d+)([YMWD])/g), iso)
  if (/^(\d{1,6}(年|个月|周|天|日))+$/.test(text)) return add(text.matchAll(/(\d+)(年|个月|周|天|日)/g), chinese)
  const words = /^\d{1,6} (year|quarter|month|week|day)s?( \d{1,6} (year|quarter|month|week|day)s?)*$/
  if (words.test(text)) return add(text.matchAll(/(\d+) (year|quarter|month|week|day)/g), {})
  return undefined
}

/** `P5Y2M3D`; less than no time is `-P2M`, months and days of opposite signs are `P1M-3D`, and no time at all is `P0D`. */
export function formatDurationIso({ months, days }: Duration): string {
  if (months <= 0 && days <= 0 && months + days < 0) return `-${formatDurationIso(negateDuration({ months, days }))}`
  const [years, rest] = [Math.trunc(months / 12), months % 12]
  const text = `${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}${days ? `${days}D` : ''}`
  return `P${text || '0D'}`
}

/** The same time with as many days as possible carried into months, so that both parts have one sign: 1 month less 3 days is 27 days. */
export function normaliseDuration({ months, days }: Duration, daysPerMonth = 30): Duration {
  const total = months * daysPerMonth + days
  return { months: Math.trunc(total / daysPerMonth) || 0, days: total % daysPerMonth || 0 }
}

/** Negative, zero or positive as the first is shorter than, as long as or longer than the second, at so many days a month. */
export function compareDurations(left: Duration, right: Duration, daysPerMonth = 30): number {
  return (left.months - right.months) * daysPerMonth + (left.days - right.days)
}

/** As long the other way. */
export function negateDuration({ months, days }: Duration): Duration {
  return { months: -months || 0, days: -days || 0 }
}

/** A unit named twice (`1 year 1 year`) is a slip of the pen, so the text is no duration. */
function add(parts: Iterable<RegExpMatchArray>, names: Readonly<Record<string, string>>): Duration | undefined {
  const seen = new Set<string>()
  let [months, days] = [0, 0]
  for (const [, amount = '', symbol = ''] of parts) {
    const name = names[symbol] ?? symbol
    const unit = units[name]
    if (!unit || seen.has(name)) return undefined
    seen.add(name)
    months += Number(amount) * unit.months
    days += Number(amount) * unit.days
  }
  return months <= LONGEST * 12 && days <= LONGEST * 366 ? { months, days } : undefined
}
