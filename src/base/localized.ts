/** A language that messages and explanations come in. */
export type Locale = 'zh' | 'en'

/** One text in both languages. */
export interface Localized {
  readonly zh: string
  readonly en: string
}

/** Both languages of a schema's title, which is written `中文 · English`. */
export function localizedTitle(title: string): Localized {
  const [zh = '', en = ''] = title.split(' · ')
  return { zh, en }
}
