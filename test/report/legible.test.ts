import { expect, it } from 'vitest'
import { holds, html, tagsIn } from './page.js'

it('headings descend one step at a time', () => {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  levels.forEach((level, index) => {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })
})

it('every header of a table says what it heads', () => {
  expect(tagsIn(html).filter((tag) => tag.startsWith('<th') && !/^<thead|scope="(col|row)"/.test(tag))).toEqual([])
})

it('an outcome that burdens and one that is open are marked by a word too', () => {
  holds(html, '<span class="aloud">对本人不利 </span><span class="name">必须交流')
  holds(html, '<span class="aloud">信息不足 </span><span class="name">无法判定')
})

it('text is legible on its ground: a contrast of at least 4.5, in light and dark', () => {
  const style = /<style>([^<]*)/.exec(html)?.[1] ?? ''
  const [light = '', dark = ''] = style.split('@media screen and (prefers-color-scheme: dark)')
  for (const text of [light, dark]) {
    const colours = new Map(
      [...text.matchAll(/--([\w-]+): (#[0-9a-f]+)/g)].map(([, name = '', hex = '']) => [name, hex]),
    )
    const pairs = [
      ...['ink', 'quiet', 'link', 'adverse', 'open'].flatMap((ink) => [
        [ink, 'ground'],
        [ink, 'raised'],
      ]),
      ['adverse', 'adverse-ground'],
      ['open', 'open-ground'],
    ]
    for (const [ink = '', ground = ''] of pairs) {
      const [a, b] = [colours.get(ink) ?? '', colours.get(ground) ?? ''].map(luminance)
      const ratio = (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05)
      expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

/** Relative luminance (WCAG 2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((one) => one + one) : (hex.match(/[0-9a-f]{2}/g) ?? [])
  const [red = 0, green = 0, blue = 0] = digits.map((two) => {
    const part = Number.parseInt(two, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
