import type { Span } from './place.js'

/** Makes spans from offsets. Lines end at LF; a CR before it belongs to the line. */
export function lineLocator(file: string, text: string): (start: number, end: number) => Span {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (start, end) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= start) low = middle
      else high = middle
    }
    return { file, start, end, line: low + 1, column: start - (starts[low] ?? 0) + 1 }
  }
}
