/** Characters that nobody sees: control, zero-width and direction marks, lone surrogates, no-break space, U+FFFD. Not tab and line ends. */
export const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\ufffd]/gu

/** `U+200B` */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
