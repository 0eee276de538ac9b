import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { run } from '../../src/cli/run.js'

/** What people are told to run with npm; of `npm run` the scripts of the package.json that they have before them. */
const NPM = /^(\w+=\w+ )?npm (ci|install|start|test|install (-D )?cadre-policy|run (?<script>\w+))( -- \w+)?$/
/** To take a built file out of the installed package. */
const COPY = /^cp node_modules\/cadre-policy\/dist\/\S+ \S+$/

/**
 * Runs the commands of a block of shell, one after another, and gives what a terminal would show. A command must come to
 * exit code 0, or to the one that its comment tells: `# exit code 1`. Of npm
 * and of copies only the spelling is looked at.
 */
export async function runShell(text: string): Promise<string> {
  let shown = ''
  const terminal = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      shown += chunk
      done()
    },
  })
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const [, commands = '', comment = ''] = /^(.*?)(?:(?:^|\s)#(.*))?$/.exec(line) ?? []
    const expected = Number(/(?:exit code|退出码) (\d+)/.exec(comment)?.[1] ?? 0)
    for (const command of commands.split('&&').map((one) => one.trim())) {
      const [name, ...words] = wordsOf(command.replace(/^npx (?=cadre-policy )/, ''))
      if (name === undefined) continue
      if (name === 'cadre-policy') {
        const before = shown.length
        const code = await run(words, { stdout: terminal, stderr: terminal })
        if (code !== expected) throw new Error(`\`${command}\` ends with ${code}:\n${shown.slice(before)}`)
      } else if (name === 'cd' && words.length === 1) process.chdir(words[0] ?? '')
      else if (!COPY.test(command) && !isKnownNpm(command)) throw new Error(`nobody knows how to try \`${command}\``)
    }
  }
  return shown
}

function isKnownNpm(command: string): boolean {
  const found = NPM.exec(command)
  const script = found?.groups?.script
  return found !== null && (script === undefined || script in scriptsHere())
}

function scriptsHere(): object {
  return JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')).scripts
}

/** Words between spaces; what is quoted is one. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([word, double, single]) => double ?? single ?? word)
}
