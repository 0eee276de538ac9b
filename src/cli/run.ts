import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { parseDateText } from '../check.js'
import { engineVersion, formatDate, type Inputs, type Locale } from '../index.js'
import { UnreadableFileError } from '../node.js'
import { checkCommand } from './check.js'
import { compileCommand } from './compile.js'
import { demoCommand } from './demo.js'
import { evaluateCommand } from './evaluate.js'
import { explainCommand } from './explain.js'
import { exportCommand, exportForms } from './export.js'
import { fmtCommand } from './fmt.js'
import { initCommand } from './init.js'
import { ExitError, type Io, type Session, write } from './io.js'
import { problemsFor } from './paint.js'
import { reportCommand } from './report.js'
import { schemaCommand, schemaNames } from './schema.js'
import { heedingSignals } from './signals.js'
import { testCommand } from './test.js'
import { texts } from './texts.js'
import { speaking, usageError } from './usage.js'

/** Exit codes: 0 done, whatever was decided; 1 a finding; 2 wrong use; 70 a bug of ours. */
const BUG = 70

/** Runs one command line (without `node` and the script) and resolves to its exit code. Nothing is thrown. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const locale = localeIn(argv)
  const session: Session = { ...io, locale }
  let exitCode = 0
  const program = commandLine(session, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    return await failure(error, session, argv.includes('--debug'))
  }
}

/** Says why a run could not go on. Where not even that can be written, the exit code has to do. */
async function failure(error: unknown, session: Session, debug: boolean): Promise<number> {
  const { exitCode, message } = ending(error, session, debug)
  if (message) await write(session.stderr, `${message}\n`).catch(() => false)
  return exitCode
}

function ending(error: unknown, { stderr, locale }: Session, debug: boolean): Pick<ExitError, 'exitCode' | 'message'> {
  // Help and version end here too, with 0.
  if (error instanceof CommanderError) return new ExitError(error.exitCode === 0 ? 0 : 2, usageError(error, locale))
  if (error instanceof ExitError) return error
  if (error instanceof UnreadableFileError) return new ExitError(2, problemsFor(stderr, error.diagnostics, { locale }))
  if (isSystemError(error)) return new ExitError(2, texts[locale].notWritten(error.path, error.code))
  return new ExitError(BUG, (debug && error instanceof Error && error.stack) || texts[locale].bug)
}

/** What the system would not do. What it would not read is an `UnreadableFileError`, so that this was to be written. */
function isSystemError(error: unknown): error is Error & { readonly code: string; readonly path?: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function commandLine(session: Session, done: (exitCode: number) => void): Command {
  const { stdout, stderr, locale } = session
  const { verbs, options, arguments: args, program: about } = texts[locale]
  const language = (): Option => new Option('--locale <locale>', options.locale).choices(['zh', 'en']).default('zh')
  const program = speaking(new Command('cadre-policy'), engineVersion, locale)
    .description(about)
    .addOption(language())
    .exitOverride()
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .showHelpAfterError(false)

  const day = (text: string): string => {
    const date = parseDateText(text, ['yyyy-MM-dd'])
    if (date === undefined) throw new InvalidArgumentError(texts[locale].notADay(text))
    return formatDate(date)
  }
  const inputs = (text: string, before: Inputs = {}): Inputs => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (name === undefined || value === undefined) throw new InvalidArgumentError(texts[locale].notAnInput(text))
    return { ...before, [name]: scalarOf(value) }
  }
  const verb = (name: keyof typeof verbs): Command =>
    program.command(name).description(verbs[name]).addOption(language()).option('--debug', options.debug)
  const deciding = (command: Command): Command =>
    command
      .argument('<records>', args.records)
      .option('--policy <paths...>', options.policy)
      .option('--as-of <date>', options.asOf, day)
      .addOption(new Option('--program <file>', options.program).conflicts(['policy', 'asOf']))
      .option('--mapping <file>', options.mapping)
      .option('--input <name=value...>', options.input, inputs)
  const format = (...more: string[]): Option =>
    new Option('--format <format>', options.format).choices(['text', 'json', ...more]).default('text')

  verb('demo')
    .option('-o, --folder <folder>', options.folder, 'demo-output')
    .action(async (given) => done(await heedingSignals(() => demoCommand(given, session))))
  verb('check')
    .argument('<paths...>', args.paths)
    .addOption(format('github', 'sarif'))
    .action(async (paths, given) => done(await checkCommand(paths, given, session)))
  verb('test')
    .argument('<paths...>', args.paths)
    .addOption(format())
    .action(async (paths, given) => done(await testCommand(paths, given, session)))
  verb('compile')
    .argument('<paths...>', args.paths)
    .requiredOption('--as-of <date>', options.asOf, day)
    .option('-o, --output <file>', options.compiled)
    .action(async (paths, given) => done(await heedingSignals(() => compileCommand(paths, given, session))))
  deciding(verb('evaluate'))
    .option('-o, --output <file>', options.output)
    .option('--rejections <file>', options.rejections)
    .action(async (file, given) => done(await heedingSignals(() => evaluateCommand(file, given, session))))
  deciding(verb('explain'))
    .option('--id <id>', options.id)
    .addOption(format('markdown'))
    .action(async (file, given) => done(await explainCommand(file, given, session)))
  deciding(verb('report'))
    .requiredOption('-o, --output <file>', options.page)
    .action(async (file, given) => done(await heedingSignals(() => reportCommand(file, given, session))))
  verb('export')
    .argument('<paths...>', args.paths)
    .addOption(new Option('--to <form>', options.to).choices(exportForms).makeOptionMandatory())
    .requiredOption('--as-of <date>', options.asOf, day)
    .action(async (paths, given) => done(await exportCommand(paths, given, session)))
  verb('fmt')
    .argument('<paths...>', args.yamlFiles)
    .option('--check', options.check)
    .action(async (paths, given) => done(await heedingSignals(() => fmtCommand(paths, given, session))))
  verb('init')
    .argument('[folder]', args.newFolder, '.')
    .action(async (folder) => done(await initCommand(folder, session)))
  verb('schema')
    .addArgument(new Argument('<name>', args.schema).choices(schemaNames))
    .action(async (name) => done(await schemaCommand(name, session)))
  return program
}

/** A value as YAML reads it: a number or a boolean where it is written as one. */
function scalarOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** The language must be known before the options are read, since it is the language they are described in. Chinese by default. */
function localeIn(argv: readonly string[]): Locale {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='))
  const word = argv[at] ?? ''
  const named = word.includes('=') ? word.slice('--locale='.length) : argv[at + 1]
  return at >= 0 && named === 'en' ? 'en' : 'zh'
}
