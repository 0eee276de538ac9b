import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addNumbers,
  compareDecimals,
  type DecimalText,
  decimalFromNumber,
  divideNumbers,
  isWhole,
  isZero,
  multiplyNumbers,
  type RoundingMode,
  roundNumber,
  shownNumber,
  subtractNumbers,
  toWhole,
  wholeNumber,
} from '../../src/base/index.js'

const exact = (text: string): DecimalText => text as DecimalText
const fromNumber = (value: number): DecimalText => {
  const text = decimalFromNumber(value)
  if (text === undefined) throw new Error(String(value))
  return text
}
const quotient = (dividend: DecimalText, divisor: DecimalText): DecimalText => {
  const text = divideNumbers(dividend, divisor)
  if (text === undefined) throw new Error(`${dividend} by ${divisor}`)
  return text
}

it.each([
  [0.1, '0.1'],
  [-12, '-12'],
  [-0, '0'],
  [60.5, '60.5'],
  [100, '100'],
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
  [123456789012.345, '123456789012.345'],
  [999999999999999, '999999999999999'],
  [2 ** 53 - 2, '9007199254740990'], // 15 digits and a zero
])('%d is exactly %s', (value, text) => {
  expect(decimalFromNumber(value)).toBe(text)
})

it.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 53,
  2 ** 53 + 2,
  Number.MAX_SAFE_INTEGER,
  Number('9007199254740993'),
  Number('110101199001011234'),
  0.1 + 0.2,
  1 / 3,
  1.234567890123456,
  Number('59.99999999999999'),
])('%d is not finite, or has more than 15 digits', (value) => {
  expect(decimalFromNumber(value)).toBeUndefined()
})

it('counts are safe integers', () => {
  expect([0, -0, 7, -7, Number.MAX_SAFE_INTEGER].map(wholeNumber)).toEqual(['0', '0', '7', '-7', '9007199254740991'])
  for (const value of [0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => wholeNumber(value)).toThrow(RangeError)
  }
})

it.each([
  ['0.1', '0.2', '0.3', '-0.1', '0.02', '0.5'],
  ['1', '3', '4', '-2', '3', '1/3'],
  ['-61', '183', '122', '-244', '-11163', '-1/3'],
  ['122', '366', '488', '-244', '44652', '1/3'],
  ['1/3', '2/3', '1', '-1/3', '2/9', '0.5'],
  ['1/3', '1/6', '0.5', '1/6', '1/18', '2'],
  ['-1/3', '-1/3', '-2/3', '0', '1/9', '1'],
  ['7', '-2', '5', '9', '-14', '-3.5'],
  ['0', '-5', '-5', '5', '0', '0'],
  ['1', '1024', '1025', '-1023', '1024', '0.0009765625'],
  [
    '123456789012345',
    '0.000000000000001',
    '123456789012345.000000000000001',
    '123456789012344.999999999999999',
    '0.123456789012345',
    '123456789012345000000000000000',
  ],
])('of %s and %s: sum %s, difference %s, product %s, quotient %s', (a, b, sum, difference, product, ratio) => {
  const [left, right] = [exact(a), exact(b)]
  expect(addNumbers(left, right)).toBe(sum)
  expect(subtractNumbers(left, right)).toBe(difference)
  expect(multiplyNumbers(left, right)).toBe(product)
  expect(divideNumbers(left, right)).toBe(ratio)
})

it('nothing can be divided by zero', () => {
  expect(divideNumbers(exact('1'), exact('0'))).toBeUndefined()
  expect(divideNumbers(exact('0'), exact('0'))).toBeUndefined()
})

it('122 of 366 days of 15 points are 5 points', () => {
  expect(multiplyNumbers(quotient(exact('122'), exact('366')), exact('15'))).toBe('5')
})

it('a tenth, ten times, is one', () => {
  expect(Array.from({ length: 10 }, () => exact('0.1')).reduce(addNumbers)).toBe('1')
})

it('a decimal is written out to its last place', () => {
  // fraction.js alone stops after 15 places.
  const halves = Array.from({ length: 60 }, () => exact('0.5')).reduce(multiplyNumbers)
  expect(halves).toBe('0.000000000000000000867361737988403547205962240695953369140625')
  const tenths = Array.from({ length: 30 }, () => exact('0.1')).reduce(multiplyNumbers)
  expect(tenths).toBe(`0.${'0'.repeat(29)}1`)
  expect(quotient(tenths, exact('3'))).toBe(`1/3${'0'.repeat(30)}`)
})

it.each([
  ['59.9', '60', -1],
  ['60', '59.9', 1],
  ['0.3', '0.3', 0],
  ['-1', '1', -1],
  ['-2', '-1', -1],
  ['10', '9', 1],
  ['1/3', '0.3333333333333333333333', 1],
  ['-1/3', '-0.3333333333333333333333', -1],
  ['1/3', '1/3', 0],
  ['1/3', '2/7', 1],
  ['1/3', '0.3', 1],
  ['9007199254740993', '9007199254740992', 1],
  ['0.30000000000000004', '0.3', 1],
  ['123456789012345678901', '123456789012345678902', -1],
])('%s against %s is %i', (left, right, order) => {
  expect(compareDecimals(exact(left), exact(right))).toBe(order)
})

it('zero and whole numbers are told by their text', () => {
  expect(['0', '0.5', '-12', '1/3', '100'].map((text) => isZero(exact(text)))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(['0', '0.5', '-12', '1/3', '100'].map((text) => isWhole(exact(text)))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ])
})

// Written by hand; nearest is halfUp. Columns: value, step, down, up, halfUp, halfEven.
it.each([
  ['2.5', '1', '2', '3', '3', '2'],
  ['3.5', '1', '3', '4', '4', '4'],
  ['-2.5', '1', '-2', '-3', '-3', '-2'],
  ['-3.5', '1', '-3', '-4', '-4', '-4'],
  ['0.5', '1', '0', '1', '1', '0'],
  ['-0.5', '1', '0', '-1', '-1', '0'],
  ['0.4', '1', '0', '1', '0', '0'],
  ['-0.4', '1', '0', '-1', '0', '0'],
  ['2.4999999999999999999999', '1', '2', '3', '2', '2'],
  ['2.5000000000000000000001', '1', '2', '3', '3', '3'],
  ['7/3', '1', '2', '3', '2', '2'],
  ['-8/3', '1', '-2', '-3', '-3', '-3'],
  ['4', '1', '4', '4', '4', '4'],
  ['0', '1', '0', '0', '0', '0'],
  ['1.25', '0.5', '1', '1.5', '1.5', '1'], // two and a half steps
  ['1.75', '0.5', '1.5', '2', '2', '2'],
  ['1.2', '0.5', '1', '1.5', '1', '1'],
  ['-1.25', '0.5', '-1', '-1.5', '-1.5', '-1'],
  ['1.005', '0.01', '1', '1.01', '1.01', '1'],
  ['1.015', '0.01', '1.01', '1.02', '1.02', '1.02'],
  ['12345', '100', '12300', '12400', '12300', '12300'],
  ['12350', '100', '12300', '12400', '12400', '12400'],
  ['12250', '100', '12200', '12300', '12300', '12200'],
  ['1', '1/3', '1', '1', '1', '1'],
  ['0.5', '1/3', '1/3', '2/3', '2/3', '2/3'], // one and a half steps
])('%s in steps of %s: down %s, up %s, half up %s, half even %s', (value, step, down, up, halfUp, halfEven) => {
  const rounded = (to: RoundingMode): DecimalText => roundNumber(exact(value), to, exact(step))
  expect(rounded('down')).toBe(down)
  expect(rounded('up')).toBe(up)
  expect(rounded('halfUp')).toBe(halfUp)
  expect(rounded('nearest')).toBe(halfUp)
  expect(rounded('halfEven')).toBe(halfEven)
})

it('a step is positive', () => {
  expect(() => roundNumber(exact('1'), 'down', exact('0'))).toThrow(RangeError)
  expect(() => roundNumber(exact('1'), 'down', exact('-1'))).toThrow(RangeError)
})

it('a whole number is what is left without the fraction', () => {
  expect(['2.9', '-2.9', '0.5', '-0.5', '-1/3', '7/2', '12'].map((text) => toWhole(exact(text)))).toEqual([
    2, -2, 0, 0, 0, 3, 12,
  ])
  expect(toWhole(exact('9007199254740991.5'))).toBe(Number.MAX_SAFE_INTEGER)
  expect(() => toWhole(exact('9007199254740992'))).toThrow(RangeError)
})

it.each([
  ['0.3', '0.3', undefined],
  ['-12', '-12', undefined],
  ['0', '0', undefined],
  ['1/3', '0.33333333333333333333', '1/3'],
  ['-2/3', '-0.66666666666666666667', '-2/3'],
  ['200/3', '66.666666666666666667', '200/3'],
  ['1/3000', '0.00033333333333333333333', '1/3000'],
  ['12345678901234567890.5', '12345678901234567891', '24691357802469135781/2'],
  ['0.12345678901234567891', '0.12345678901234567891', undefined],
])('%s is shown as %s and %s', (text, value, fraction) => {
  expect(shownNumber(exact(text))).toEqual(fraction === undefined ? { value } : { value, fraction })
})

// Decimals n / 10^places, written by moving the point in the digits of n: what they come to is worked out on integers.
const write = (n: bigint, places: number): DecimalText => {
  const digits = String(n < 0n ? -n : n).padStart(places + 1, '0')
  const point = digits.length - places
  const fraction = digits.slice(point).replace(/0+$/, '')
  return exact(`${n < 0n ? '-' : ''}${digits.slice(0, point)}${fraction && `.${fraction}`}`)
}
const power = (places: number): bigint => 10n ** BigInt(places)
const decimals = fc.record({
  n: fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 15n), 10n ** 15n)),
  places: fc.integer({ min: 0, max: 8 }),
})
const texts = fc.oneof(
  decimals.map(({ n, places }) => write(n, places)),
  fc
    .record({ n: fc.integer({ min: -10_000, max: 10_000 }), d: fc.integer({ min: 1, max: 1000 }) })
    .map(({ n, d }) => quotient(wholeNumber(n), wholeNumber(d))),
)

it('sums, differences, products and comparisons of decimals are those of integers', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const [left, right] = [write(a.n, a.places), write(b.n, b.places)]
      const places = a.places + b.places
      const [x, y] = [a.n * power(b.places), b.n * power(a.places)]
      expect(addNumbers(left, right)).toBe(write(x + y, places))
      expect(subtractNumbers(left, right)).toBe(write(x - y, places))
      expect(multiplyNumbers(left, right)).toBe(write(a.n * b.n, places))
      expect(compareDecimals(left, right)).toBe(x < y ? -1 : x > y ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})

it('a quotient is in lowest terms, and a decimal exactly if 2 and 5 are all there is to divide by', () => {
  const divisorOf = (a: number, b: number): number => (b === 0 ? a : divisorOf(b, a % b))
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (n, d) => {
      const common = divisorOf(Math.abs(n), d)
      let rest = d / common
      for (const prime of [2, 5]) while (rest % prime === 0) rest /= prime
      const text = quotient(wholeNumber(n), wholeNumber(d))
      if (rest > 1) expect(text).toBe(`${n / common}/${d / common}`)
      else expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
      expect(quotient(wholeNumber(-n), wholeNumber(-d))).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

it('order and grouping do not matter, and division undoes multiplication', () => {
  fc.assert(
    fc.property(texts, texts, texts, (a, b, c) => {
      expect(addNumbers(a, b)).toBe(addNumbers(b, a))
      expect(multiplyNumbers(a, b)).toBe(multiplyNumbers(b, a))
      expect(addNumbers(addNumbers(a, b), c)).toBe(addNumbers(a, addNumbers(b, c)))
      expect(multiplyNumbers(multiplyNumbers(a, b), c)).toBe(multiplyNumbers(a, multiplyNumbers(b, c)))
      expect(multiplyNumbers(a, addNumbers(b, c))).toBe(addNumbers(multiplyNumbers(a, b), multiplyNumbers(a, c)))
      expect(addNumbers(subtractNumbers(a, b), b)).toBe(a)
      if (!isZero(b)) expect(multiplyNumbers(quotient(a, b), b)).toBe(a)
      expect(compareDecimals(a, b)).toBe(compareDecimals(subtractNumbers(a, b), exact('0')))
    }),
    { numRuns: 1000 },
  )
})

it('rounding gives a multiple of the step, less than a step away, and at most half of one to the nearest', () => {
  const steps = fc.constantFrom('1', '0.5', '0.01', '3', '1/3', '100').map(exact)
  const modes = fc.constantFrom<RoundingMode>('down', 'up', 'nearest', 'halfUp', 'halfEven')
  fc.assert(
    fc.property(texts, modes, steps, (value, to, step) => {
      const rounded = roundNumber(value, to, step)
      const error = subtractNumbers(rounded, value)
      const size = error.startsWith('-') ? subtractNumbers(exact('0'), error) : error
      expect(isWhole(quotient(rounded, step))).toBe(true)
      const isDirected = to === 'down' || to === 'up'
      if (isDirected) expect(compareDecimals(size, step)).toBe(-1)
      else expect(compareDecimals(addNumbers(size, size), step)).toBeLessThanOrEqual(0)
      if (to === 'down') expect(isZero(error) || error.startsWith('-') !== value.startsWith('-')).toBe(true)
      if (to === 'up') expect(isZero(error) || error.startsWith('-') === value.startsWith('-')).toBe(true)
      expect(roundNumber(rounded, to, step)).toBe(rounded)
    }),
    { numRuns: 2000 },
  )
})

it('all 10,201 pairs of whole scores come to the right side of 60', () => {
  const wrong = (passes: (x: number, y: number) => boolean): number => {
    let count = 0
    for (let x = 0; x <= 100; x += 1) {
      for (let y = 0; y <= 100; y += 1) if (passes(x, y) !== 3 * x + 7 * y >= 600) count += 1
    }
    return count
  }
  const ours = (x: number, y: number): boolean => {
    const first = multiplyNumbers(fromNumber(0.3), wholeNumber(x))
    const second = multiplyNumbers(fromNumber(0.7), wholeNumber(y))
    return compareDecimals(addNumbers(first, second), fromNumber(60)) >= 0
  }
  expect(wrong(ours)).toBe(0)
  // What floating point makes of the same pairs: 0.3 × 11 + 0.7 × 81 is 59.99999999999999.
  expect(wrong((x, y) => 0.3 * x + 0.7 * y >= 60)).toBe(5)
})

it('three weights come to the same in any order', () => {
  const weights = [0.2, 0.3, 0.5].map(fromNumber)
  const points = weights.map((weight) => Array.from({ length: 101 }, (_, x) => multiplyNumbers(weight, wholeNumber(x))))
  const at = (weight: number, score: number): DecimalText => points[weight]?.[score] ?? exact('0')
  for (let x = 0; x <= 100; x += 5) {
    for (let y = 1; y <= 100; y += 5) {
      for (let z = 2; z <= 100; z += 5) {
        const sum = addNumbers(addNumbers(at(0, x), at(1, y)), at(2, z))
        expect(sum).toBe(write(BigInt(2 * x + 3 * y + 5 * z), 1))
        expect(addNumbers(addNumbers(at(2, z), at(1, y)), at(0, x))).toBe(sum)
      }
    }
  }
})
