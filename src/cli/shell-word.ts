/** A word as a shell takes it: as it is where nothing in it means anything to a shell, else in quotes. */
export function shellWord(word: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\p{L}\p{N}_./~+=:@%-]+$/u.test(word) && !/^[~-]/.test(word)) return word
  if (platform === 'win32') return `"${word}"`
  const quoted = `'${word.replaceAll("'", "'\\''")}'`
  return word.startsWith('-') ? `-- ${quoted}` : quoted
}
