/** A day, or a month, in each of the notations, in backticks; without any a day and a month as ISO 8601 writes them. */
export function dateExamples(formats: readonly string[] | undefined): string[] {
  if (!formats) return ['`2026-11-21`', '`1975-08`']
  return formats.map((format) => `\`${format.replace('yyyy', '2026').replace(/MM?/, '11').replace(/dd?/, '21')}\``)
}
