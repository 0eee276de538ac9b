import type { Locale, Localized } from '../index.js'

interface Texts {
  readonly program: string
  readonly verbs: Readonly<
    Record<
      'demo' | 'check' | 'test' | 'compile' | 'evaluate' | 'explain' | 'report' | 'export' | 'schema' | 'fmt' | 'init',
      string
    >
  >
  readonly options: Readonly<
    Record<
      | 'locale'
      | 'debug'
      | 'policy'
      | 'program'
      | 'compiled'
      | 'asOf'
      | 'mapping'
      | 'output'
      | 'page'
      | 'rejections'
      | 'id'
      | 'format'
      | 'folder'
      | 'input'
      | 'to'
      | 'check',
      string
    >
  >
  readonly arguments: Readonly<Record<'paths' | 'records' | 'schema' | 'yamlFiles' | 'newFolder', string>>
  readonly checked: (policies: number, warnings: number) => string
  readonly notChecked: (errors: number, warnings: number) => string
  readonly invalidPolicy: string
  readonly invalidProgram: string
  readonly extensionsNeeded: (names: readonly string[]) => string
  readonly policyNeeded: string
  readonly compiled: (policies: number, asOf: string, digest: string) => string
  readonly summary: (title: string, id: string) => string
  readonly people: (count: number) => string
  readonly rejected: string
  readonly counts: (read: number, decided: number, rejected: number) => string
  readonly rejectedRow: (file: string, line: number, field: string, code: string, message: string) => string
  readonly progress: (rows: number, rate: number) => string
  readonly written: (file: string) => string
  readonly notWritten: (file: string | undefined, code: string) => string
  readonly noSuchId: (id: string) => string
  readonly idNeeded: string
  readonly rejectedId: (id: string) => string
  readonly mappingNeeded: (file: string) => string
  readonly sameFile: (file: string) => string
  readonly noCases: string
  readonly notAnInput: (text: string) => string
  readonly notADay: (text: string) => string
  readonly bug: string
  readonly fmt: {
    readonly done: (files: number, changed: number, refused: number) => string
    readonly checked: (files: number, unformatted: number, refused: number) => string
    readonly inputAlone: string
  }
  readonly init: {
    readonly exists: (files: readonly string[]) => string
    readonly made: (folder: string) => string
    readonly next: string
    readonly steps: Readonly<Record<'check' | 'test' | 'evaluate' | 'explain' | 'report', string>>
  }
  readonly demo: {
    readonly title: (policies: readonly string[], asOf: string) => string
    readonly file: (name: string, read: number, decided: number, rejected: number) => string
    readonly same: (people: number) => string
    readonly differs: string
    readonly rejections: string
    readonly explanations: string
    readonly folder: (folder: string) => string
    readonly next: string
  }
}

/** Why the system does not write, by its code. */
const refusals: Readonly<Record<string, Localized>> = {
  EACCES: { zh: '没有权限', en: 'no permission' },
  EEXIST: { zh: '已有同名文件', en: 'there is a file of that name' },
  EFBIG: { zh: '文件过大', en: 'the file is too large' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  ENOENT: { zh: '文件夹不存在', en: 'there is no such folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '所在的不是文件夹', en: 'what should hold it is no folder' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
}

export const texts: Readonly<Record<Locale, Texts>> = {
  zh: {
    program: '读入干部政策（YAML），对照人员记录作出能自我说明的决定建议',
    verbs: {
      demo: '用自带的花名册和姜堰区的四项政策演示一遍',
      check: '检查政策文件，一次列出所有问题',
      test: '运行政策的用例（*.cases.yaml）',
      compile: '把政策按基准日编译成一个文件（JSON），供命令、应用和网页直接使用',
      evaluate: '按政策判定记录，输出决定建议（NDJSON）',
      explain: '说明一个人的决定建议',
      report: '判定记录并写成一个网页：汇总、名单和每个人的说明',
      export: '把政策的规则写成别的引擎能读的形式',
      schema: '输出 JSON Schema：policy、facts、record、unit、cases、mapping、decision、program、diagnostics',
      fmt: '整理 YAML 文件的排版；内容和注释一字不改',
      init: '新建一个文件夹：四项示例政策、用例、花名册和编辑器设置',
    },
    options: {
      locale: '语言：zh 或 en',
      debug: '出错时显示内部细节（可能含个人信息）',
      policy: '政策文件或文件夹，可多个；与 --as-of 同用',
      program: '已编译政策（由 compile 写出），代替 --policy 和 --as-of',
      compiled: '已编译政策写入文件（默认标准输出）',
      asOf: '基准日，如 2026-11-21',
      mapping: 'CSV 花名册的对应表（*.mapping.yaml）',
      output: '决定建议写入文件（默认标准输出）',
      page: '网页写入文件',
      rejections: '被拒记录写入文件（默认列在标准错误）',
      id: '人员编号（只有一人时可省略）',
      format: '输出格式',
      folder: '结果写入的文件夹',
      input: '政策声明的输入：名称=值，可多个',
      to: '写成什么形式',
      check: '只检查，不改动；有文件需要整理时返回 1',
    },
    arguments: {
      paths: '政策文件或文件夹',
      records: '记录文件：.ndjson、.json 或 .csv；- 为标准输入（NDJSON）',
      schema: '名称',
      yamlFiles: '文件或文件夹（*.policy、*.facts、*.cases、*.mapping.yaml）；- 读标准输入、写标准输出',
      newFolder: '文件夹',
    },
    checked: (policies, warnings) => `检查通过：${policies} 份政策${warnings ? `，${warnings} 处警告` : ''}`,
    notChecked: (errors, warnings) => `检查未通过：${errors} 处错误，${warnings} 处警告`,
    invalidPolicy: '政策有误，没有判定任何人',
    invalidProgram: '已编译政策不能使用，没有判定任何人',
    extensionsNeeded: (names) => `这份已编译政策用到 ${names.join('、')}，须由嵌入本库的程序给出，命令行不能判定`,
    policyNeeded: '请用 --policy 和 --as-of 指明政策和基准日，或用 --program 指明已编译政策',
    compiled: (policies, asOf, digest) => `已编译 ${policies} 份政策，基准日 ${asOf}，摘要 ${digest}`,
    summary: (title, id) => `${title}（${id}）`,
    people: (count) => `${count} 人`,
    rejected: '记录被拒',
    counts: (read, decided, rejected) => `共读入 ${read} 行 = ${decided} 行已判定 + ${rejected} 行被拒`,
    rejectedRow: (file, line, field, code, message) =>
      `${file}:${line}  被拒  ${code}  ${field ? `${field}：` : ''}${message}`,
    progress: (rows, rate) => `已处理 ${rows} 行，每秒 ${rate} 行`,
    written: (file) => `已写入 ${file}`,
    notWritten: (file, code) => `${file ?? '标准输出'}  无法写入：${refusals[code]?.zh ?? code}`,
    noSuchId: (id) => `记录中没有编号为 ${id} 的人`,
    idNeeded: '记录不止一人，请用 --id 指明编号',
    rejectedId: (id) => `编号为 ${id} 的记录被拒，没有决定建议`,
    mappingNeeded: (file) => `${file} 是 CSV 花名册，请用 --mapping 指明对应表`,
    noCases: '没有用例：没有用例不算通过',
    notAnInput: (text) => `“${text}”不是输入；请写成 名称=值`,
    sameFile: (file) => `不能写到 ${file}：这次运行要读取它，或者已要写到它`,
    notADay: (text) => `“${text}”不是日期；请写成 2026-11-21`,
    bug: '程序内部错误；加 --debug 可看细节（可能含个人信息）',
    fmt: {
      done: (files, changed, refused) =>
        `共 ${files} 个文件：整理了 ${changed} 个${refused ? `，${refused} 个无法读懂，未改动` : ''}`,
      checked: (files, unformatted, refused) =>
        `共 ${files} 个文件：${unformatted} 个需要整理${refused ? `，${refused} 个无法读懂` : ''}`,
      inputAlone: '- 是标准输入，不能和其他文件一起整理',
    },
    init: {
      exists: (files) =>
        `以下文件已经存在，所以什么都没有写；请另选一个文件夹：\n${files.map((file) => `  ${file}`).join('\n')}`,
      made: (folder) => (folder === '.' ? '已在当前文件夹中新建：' : `已在 ${folder} 中新建：`),
      next: '先读 README.md。接下来可以试这几条命令：',
      steps: {
        check: '检查政策写得对不对',
        test: '运行用例',
        evaluate: '判定花名册上的每一个人',
        explain: '看一个人的结论是怎么来的',
        report: '写成一个可以打印的网页',
      },
    },
    demo: {
      title: (policies, asOf) =>
        `演示：按姜堰区的政策判定示例花名册，基准日 ${asOf}（人员均为虚构）\n政策：${policies.join('；')}`,
      file: (name, read, decided, rejected) => `${name}：${read} 行 = ${decided} 人已判定 + ${rejected} 行被拒`,
      same: (people) => `两份文件中的 ${people} 人，决定建议逐字相同`,
      differs: '两份文件的决定建议不相同：这是程序错误',
      rejections: '被拒的行',
      explanations: '三个人的完整说明',
      folder: (folder) => `决定建议、被拒记录和网页已写入文件夹 ${folder}：`,
      next: '下一步：npx cadre-policy --help',
    },
  },
  en: {
    program:
      'Reads policies about public officials (YAML), judges personnel records by them and explains each proposal',
    verbs: {
      demo: 'show it all on the sample roster and the four policies of Jiangyan District',
      check: 'check policy files and list every problem at once',
      test: "run policies' cases (*.cases.yaml)",
      compile: 'compile policies for an as-of date into one file (JSON) that the command, apps and pages use',
      evaluate: 'judge records by policies and print decisions (NDJSON)',
      explain: "explain one person's decision",
      report: 'judge records and write one page: summary, list of people, every decision explained',
      export: "write policies' rules in a form that another engine reads",
      schema: 'print a JSON Schema: policy, facts, record, unit, cases, mapping, decision, program, diagnostics',
      fmt: 'lay out YAML files; no word and no comment changes',
      init: 'make a folder to start from: four example policies, cases, a roster and settings of the editor',
    },
    options: {
      locale: 'language: zh or en',
      debug: 'show internals when something fails (may show personal data)',
      policy: 'policy files or folders; goes with --as-of',
      program: 'a compiled program (written by compile), instead of --policy and --as-of',
      compiled: 'write the program to a file (default: standard output)',
      asOf: 'as-of date, such as 2026-11-21',
      mapping: 'mapping of a CSV roster (*.mapping.yaml)',
      output: 'write decisions to a file (default: standard output)',
      page: 'file for the page',
      rejections: 'write rejected rows to a file (default: listed on standard error)',
      id: "the person's id (may be left out for one person)",
      format: 'output format',
      folder: 'folder for the results',
      input: 'what policies declare under `inputs`: name=value',
      to: 'the form',
      check: 'change nothing; 1 if a file is not formatted',
    },
    arguments: {
      paths: 'policy files or folders',
      records: 'records: .ndjson, .json or .csv; - is standard input (NDJSON)',
      schema: 'name',
      yamlFiles:
        'files or folders (*.policy, *.facts, *.cases, *.mapping.yaml); - reads standard input, writes standard output',
      newFolder: 'folder',
    },
    checked: (policies, warnings) =>
      `passed: ${some(policies, 'policy', 'policies')}${warnings ? `, ${some(warnings, 'warning')}` : ''}`,
    notChecked: (errors, warnings) => `not passed: ${some(errors, 'error')}, ${some(warnings, 'warning')}`,
    invalidPolicy: 'the policy is not valid; nobody was judged',
    invalidProgram: 'the program cannot be used; nobody was judged',
    extensionsNeeded: (names) =>
      `the program uses ${names.join(', ')}, which an embedding program must give; the command cannot judge by it`,
    policyNeeded: 'name policies and a date with --policy and --as-of, or a compiled program with --program',
    compiled: (policies, asOf, digest) =>
      `${some(policies, 'policy', 'policies')} compiled as of ${asOf}, digest ${digest}`,
    summary: (title, id) => `${title} (${id})`,
    people: (count) => `${count}`,
    rejected: 'record rejected',
    counts: (read, decided, rejected) => `${some(read, 'row')} read = ${decided} decided + ${rejected} rejected`,
    rejectedRow: (file, line, field, code, message) =>
      `${file}:${line}  rejected  ${code}  ${field ? `${field}: ` : ''}${message}`,
    progress: (rows, rate) => `${some(rows, 'row')} done, ${rate} a second`,
    written: (file) => `written: ${file}`,
    notWritten: (file, code) => `${file ?? 'standard output'}  cannot be written: ${refusals[code]?.en ?? code}`,
    noSuchId: (id) => `the records hold nobody with the id ${id}`,
    idNeeded: 'the records hold several people; name one with --id',
    rejectedId: (id) => `the record with the id ${id} was rejected, so there is no decision`,
    mappingNeeded: (file) => `${file} is a CSV roster; name its mapping with --mapping`,
    noCases: 'no cases: that is not a pass',
    notAnInput: (text) => `“${text}” is no input; write name=value`,
    sameFile: (file) => `${file} cannot be written: this run reads it, or writes to it already`,
    notADay: (text) => `“${text}” is no day; write 2026-11-21`,
    bug: 'an internal error; --debug shows more (perhaps personal data)',
    fmt: {
      done: (files, changed, refused) =>
        `${some(files, 'file')}: ${changed} formatted${refused ? `, ${refused} not understood and left alone` : ''}`,
      checked: (files, unformatted, refused) =>
        `${some(files, 'file')}: ${unformatted} not formatted${refused ? `, ${refused} not understood` : ''}`,
      inputAlone: '- is standard input and cannot be formatted together with files',
    },
    init: {
      exists: (files) =>
        `these files are there already, so nothing was written; name another folder:\n${files.map((file) => `  ${file}`).join('\n')}`,
      made: (folder) => (folder === '.' ? 'made in this folder:' : `made in ${folder}:`),
      next: 'Read README.md first. Then try these commands:',
      steps: {
        check: 'check the policies',
        test: 'run their cases',
        evaluate: 'judge everybody on the roster',
        explain: 'see how one decision came about',
        report: 'write a page that can be printed',
      },
    },
    demo: {
      title: (policies, asOf) =>
        `Demo: the sample roster judged by the policies of Jiangyan District as of ${asOf} (all people are invented)\npolicies: ${policies.join('; ')}`,
      file: (name, read, decided, rejected) =>
        `${name}: ${some(read, 'row')} = ${some(decided, 'person', 'people')} decided + ${some(rejected, 'row')} rejected`,
      same: (people) => `the decisions of the ${people} people are the same from both files, to the letter`,
      differs: 'the decisions from the two files differ: a bug',
      rejections: 'Rejected rows',
      explanations: 'Three people explained in full',
      folder: (folder) => `decisions, rejections and a page were written to the folder ${folder}:`,
      next: 'next: npx cadre-policy --help',
    },
  },
}

/** A count with its noun, in English. */
function some(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
