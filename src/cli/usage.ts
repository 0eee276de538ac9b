import { type Command, type CommanderError, Help } from 'commander'
import type { Locale } from '../index.js'

/** Has a command, and those that are made below it, explain themselves in a language; what is wrong with a command line is left to `usageError`. */
export function speaking(command: Command, version: string, locale: Locale): Command {
  const { titles, help, versionOption, choices, preset } = words[locale]
  const plain = new Help()
  const described = (text: string): string => text.replace('choices: ', choices).replace('default: ', preset)
  return command
    .version(version, '-V, --version', versionOption)
    .helpOption('-h, --help', help)
    .helpCommand('help [command]', help)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) => described(plain.optionDescription(option)),
      argumentDescription: (argument) => described(plain.argumentDescription(argument)),
    })
    .configureOutput({ outputError: () => {} })
}

/** What is wrong with a command line; empty where nothing is, since help and versions end a run too. */
export function usageError({ code, message }: CommanderError, locale: Locale): string {
  const wrong = mistakes[code]
  if (!wrong) return ''
  if (locale === 'en') return message
  for (const [pattern, text] of wrong) {
    const found = pattern.exec(message)
    if (found) return `错误：${text(...found.slice(1).map((part) => part ?? ''))}`
  }
  return message
}

/** Commander tells no more than a code and an English sentence, so that the names are taken from the sentence. */
type Mistake = readonly [pattern: RegExp, zh: (...names: string[]) => string]

const NEAR = /(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/.source

const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  'commander.unknownCommand': [
    [new RegExp(`unknown command '(.*)'${NEAR}`, 's'), (name, near) => `没有名为 ${name} 的命令${meant(near)}`],
  ],
  'commander.unknownOption': [
    [new RegExp(`unknown option '(.*)'${NEAR}`, 's'), (name, near) => `没有名为 ${name} 的选项${meant(near)}`],
  ],
  'commander.missingArgument': [[/argument '(.*)'$/s, (name) => `缺少参数 <${name}>`]],
  'commander.missingMandatoryOptionValue': [[/option '(.*)' not/s, (flags) => `缺少必需的选项 ${flags}`]],
  'commander.optionMissingArgument': [[/option '(.*)' argument/s, (flags) => `选项 ${flags} 后面缺少内容`]],
  'commander.invalidArgument': [
    [
      /option '(.*)' argument '(.*)' is invalid\. (.*)$/s,
      (flags, value, why) => `选项 ${flags} 的内容“${value}”不对：${allowed(why)}`,
    ],
    [
      /value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
      (value, name, why) => `参数 <${name}> 的内容“${value}”不对：${allowed(why)}`,
    ],
  ],
  'commander.excessArguments': [
    [/Expected (\d+) .* got (\d+)\.$/s, (expected, given) => `参数多了：至多 ${expected} 个，给了 ${given} 个`],
  ],
  'commander.conflictingOption': [
    [/option '(.*)' cannot be used with option '(.*)'$/s, (one, other) => `选项 ${one} 不能和 ${other} 同用`],
  ],
}

function meant(near: string | undefined): string {
  return near ? `；是否想写 ${near.replaceAll(', ', '、')}？` : ''
}

/** Why a value is refused: what may stand there, or what we ourselves have said. */
function allowed(why = ''): string {
  const [, choices] = /^Allowed choices are (.*)\.$/.exec(why) ?? []
  return choices === undefined ? why : `只能是 ${choices.replaceAll(', ', '、')}`
}

interface Words {
  /** Commander's titles, said otherwise. */
  readonly titles: Readonly<Record<string, string>>
  readonly help: string
  readonly versionOption: string
  readonly choices: string
  readonly preset: string
}

const words: Readonly<Record<Locale, Words>> = {
  zh: {
    titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    help: '显示用法',
    versionOption: '显示版本号',
    choices: '可选：',
    preset: '默认：',
  },
  en: {
    titles: {},
    help: 'show how it is used',
    versionOption: 'show the version',
    choices: 'choices: ',
    preset: 'default: ',
  },
}
