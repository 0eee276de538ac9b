import { sayTitle } from '../explain/index.js'

/** Text that is the same in every language, such as an id, with what cannot be seen made visible. */
export function visible(text: string): string {
  return sayTitle({ zh: text, en: text }, 'zh')
}
