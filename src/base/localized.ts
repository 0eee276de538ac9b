/** A language that messages and explanations come in. */
export type Locale = 'zh' | 'en'

/** One text in both languages. */
export interface Localized {
  readonly zh: string
  readonly en: string
}
