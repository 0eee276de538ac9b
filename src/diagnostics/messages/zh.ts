import type {
  FactTypeName,
  JsonReason,
  Messages,
  RelatedMessages,
  ShapeName,
  SyntaxReason,
  YamlFeature,
} from '../catalogue.js'
import { dateExamples } from './date-examples.js'

const types: Readonly<Record<FactTypeName, string>> = {
  boolean: '真假值（`true` 或 `false`）',
  number: '数字',
  text: '文字',
  date: '日期（如 `2026-11-21` 或 `1975-08`）',
  duration: '时长（如 `5 years`、`1 year 6 months` 或 `1年6个月`）',
  list: '列表',
  pair: '两端（如 `[3, 5]`）',
}

const shapes: Readonly<Record<ShapeName, string>> = {
  object: '键和值',
  array: '列表',
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '真假值（`true` 或 `false`）',
  null: '空',
}

const features: Readonly<Record<YamlFeature, string>> = {
  alias: '别名（`*`）',
  anchor: '锚点（`&`）',
  tag: '标签（`!`）',
  directive: '指令（`%`）',
  'several-documents': '多个文档（`---`）',
  'complex-key': '非文字的键',
  'merge-key': '合并键（`<<`）',
  key: '这个键名',
}

const syntax: Readonly<Record<SyntaxReason, string>> = {
  indentation: '缩进不齐；同一层的键或列表项，行首的空格数要相同',
  tab: '缩进用了制表符；请改为空格',
  'ideographic-space': '缩进用了全角空格；请改为半角空格',
  'unquoted-text': '以花括号开头或含有冒号加空格的文字，须整段放在英文双引号 `"` 之间',
  'unclosed-bracket': '括号没有闭合；请补上 `]` 或 `}`',
  'unclosed-quote': '引号没有闭合；请补上与开头相同的半角引号',
  'missing-colon': '键后面缺少冒号，或冒号后面缺少空格；请写成 `key: value`，并写在同一行',
  'second-colon': '已有值的地方又写了一个键；请另起一行，或给含有冒号的文字加上引号',
  'missing-comma': '方括号或花括号内的各项之间缺少半角逗号 `,`',
  'first-character': '文字不能以这个符号开头；请给文字加上引号',
  escape: '双引号内的反斜线后面不能是这个字符；反斜线本身请写成 `\\\\`',
  comment: '注释符号 `#` 前面缺少空格',
  'long-key': '键过长；请检查冒号是否漏写',
  misplaced: '这里不该有这些内容；请检查前面的引号、括号、逗号和 `-`',
  other: '不符合 YAML 的写法；请检查这一行和上一行',
  'csv-unclosed-quote': '引号没有闭合；请补上 `"`',
  'csv-after-quote': '闭合的引号后面又有文字；请在引号之后写逗号，或把单元格内的引号写成 `""`',
  'csv-quote-inside': '没有用引号开头的单元格里有引号；请给整个单元格加引号，并把其中的引号写成 `""`',
  'csv-other': '引号用得不对；请检查这一行的 `"`',
}

const json: Readonly<Record<JsonReason, string>> = {
  character: '有不该有的字符',
  end: '没有写完；请检查括号和引号是否都已闭合',
  doubt: '读法不止一种；请用程序重新生成这一行',
}

const hint = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `；是否想写 \`${suggestion}\`？`
const either = (names: readonly ShapeName[]): string => names.map((name) => shapes[name]).join('或')
const list = (items: readonly string[]): string => items.map((item) => `\`${item}\``).join('、')
const inColumn = (column: string | undefined): string => (column === undefined ? '' : `列“${column}”：`)

export const zh: Messages = {
  'source/not-found': ({ file }) => `找不到文件 \`${file}\``,
  'source/not-readable': ({ file, reason }) => `无法读取 \`${file}\`（${reason}）`,
  'source/no-files': ({ file }) => `\`${file}\` 中没有政策文件；文件名应以 \`.policy.yaml\` 结尾`,
  'source/unknown-file-kind': ({ file }) =>
    `不认识文件 \`${file}\`；文件名应以 \`.policy.yaml\`、\`.facts.yaml\`、\`.cases.yaml\` 或 \`.mapping.yaml\` 结尾`,
  'source/outside-folder': ({ file }) => `\`${file}\` 不是普通文件，不读取`,
  'source/too-large': ({ limit, unit }) =>
    `文件过大，上限为 ${limit} ${unit === 'lines' ? '行' : unit}；请拆成几个文件`,
  'source/too-deep': ({ limit }) => `嵌套过深，上限为 ${limit} 层`,
  'source/encoding': ({ encoding }) =>
    `文件不是 ${encoding} 编码；花名册若为 GBK 编码，请在对应表中写 \`encoding: gb18030\``,
  'source/character': ({ codePoint }) => `含有不可见或不允许的字符 ${codePoint}，请删除`,
  'source/syntax': ({ reason }) => `写法有误：${syntax[reason]}`,
  'source/empty': () => '文件是空的',
  'source/duplicate-key': ({ key }) => `键 \`${key}\` 重复，请只保留一个`,
  'source/not-allowed': ({ what }) => `政策文件不能使用${features[what]}`,
  'source/number': ({ text }) =>
    `数字 \`${text}\` 写法不被接受：最多 15 位有效数字，不能有前导零或进制前缀；若是编号，请加引号`,
  'source/full-width': ({ character, instead }) => `这里用了全角符号“${character}”，应写半角 \`${instead}\``,
  'shape/missing-key': ({ key }) => `缺少 \`${key}\``,
  'shape/unknown-key': ({ key, suggestion }) => `不认识 \`${key}\`${hint(suggestion)}`,
  'shape/wrong-type': ({ expected, found }) => `这里应是${either(expected)}，写的却是${shapes[found]}`,
  'shape/not-one-of': ({ found, expected, suggestion }) =>
    `\`${found}\` 不在可选范围：${list(expected)}${hint(suggestion)}`,
  'shape/pattern': ({ found, expected }) => `\`${found}\` 写法不符，应是${expected.zh}`,
  'shape/too-few': ({ least }) => `至少要有 ${least} 项`,
  'shape/too-many': ({ most }) => `最多 ${most} 项`,
  'shape/repeated': ({ first, second }) => `第 ${first} 项和第 ${second} 项重复`,
  'shape/too-small': ({ least }) => `不能小于 ${least}`,
  'shape/not-positive': () => '必须大于零',
  'check/unknown-fact': ({ fact, suggestion }) => `没有名为 \`${fact}\` 的事实${hint(suggestion)}`,
  'check/unknown-list': ({ list: name, suggestion }) => `记录中没有名为 \`${name}\` 的列表${hint(suggestion)}`,
  'check/unknown-field': ({ field, list: name, suggestion }) =>
    `列表 \`${name}\` 的项没有字段 \`${field}\`${hint(suggestion)}`,
  'check/unknown-operator': ({ operator, suggestion }) => `没有名为 \`${operator}\` 的运算符${hint(suggestion)}`,
  'check/unknown-extension': ({ kind, extension, suggestion }) =>
    `没有给出名为 \`${extension}\` 的${kind === 'operator' ? '运算符' : '推导'}；以 \`x-\` 开头的名称须由嵌入本库的程序在 \`extensions\` 中给出${hint(suggestion)}`,
  'check/derivation-as-test': ({ derivation }) =>
    `测试中以 \`x-\` 开头的键是运算符；要与推导比较，请写 \`is: { ${derivation}: … }\``,
  'check/unknown-parameter': ({ parameter, suggestion }) =>
    `没有名为 \`$${parameter}\` 的参数${hint(suggestion && `$${suggestion}`)}`,
  'check/unknown-rule': ({ rule, suggestion }) => `这里可引用的规则中没有理由码 \`${rule}\`${hint(suggestion)}`,
  'check/unknown-value': ({ value, fact, suggestion }) => `\`${value}\` 不是 \`${fact}\` 可取的值${hint(suggestion)}`,
  'check/unknown-dictionary': ({ file, suggestion }) => `没有读到词典 \`${file}\`${hint(suggestion)}`,
  'check/unknown-policy': ({ policy, suggestion }) => `没有名为 \`${policy}\` 的政策${hint(suggestion)}`,
  'check/unknown-placeholder': ({ placeholder, suggestion }) =>
    `占位符 \`{${placeholder}}\` 不是事实，也不是参数${hint(suggestion && `{${suggestion}}`)}`,
  'check/list-as-fact': ({ list: name }) =>
    `\`${name}\` 是列表，不能直接比较或计算；请用 \`some\`、\`every\`、\`none\`，或 \`count\` 等推导`,
  'check/operator-type': ({ operator, fact, type }) =>
    `运算符 \`${operator}\` 不能用于 \`${fact}\`，它的类型是${types[type]}`,
  'check/operand-type': ({ value, expected }) => `\`${value}\` 应是${types[expected]}`,
  'check/not-a-date': ({ text }) =>
    `\`${text}\` 不是日期；请写成日历上有的某日（如 \`2026-11-21\`）或某月（如 \`1975-08\`）`,
  'check/not-a-duration': ({ text }) =>
    `\`${text}\` 不是时长；请写成 \`5 years\`、\`1 year 6 months\`、\`90 days\` 或 \`1年6个月\``,
  'check/item-outside-list': ({ field }) =>
    `\`{item: ${field}}\` 只能写在列表条件的 \`where\` 里，或与 \`each\` 同用的 \`award\` 里`,
  'check/duplicate-rule': ({ rule }) => `已有理由码为 \`${rule}\` 的规则；请另取一个`,
  'check/duplicate-fact': ({ fact }) => `事实 \`${fact}\` 重复定义`,
  'check/fact-without-source': ({ fact }) =>
    `事实 \`${fact}\` 没有写明如何得出（如 \`elapsed\`、\`count\`、\`latest\`）`,
  'check/fact-with-several-sources': ({ fact, sources }) => `事实 \`${fact}\` 同时写了 ${list(sources)}，只能有一种`,
  'check/fact-without-title': ({ fact }) => `事实 \`${fact}\` 缺少 \`title\``,
  'check/not-a-record-field': ({ key, fact }) => `\`${key}\` 只能用于记录字段，\`${fact}\` 不是记录字段`,
  'check/reserved-name': ({ name }) => `\`${name}\` 另有含义，不能用作事实名`,
  'check/ordered-without-values': ({ fact }) => `\`${fact}\` 写了 \`ordered\`，却没有用 \`values\` 列出由低到高的值`,
  'check/other-enumeration': ({ fact, other }) => `\`${fact}\` 和 \`${other}\` 可取的值不同，不能互相比较`,
  'check/circular-fact': ({ facts }) => `事实互相引用，无法得出：${facts.map((fact) => `\`${fact}\``).join(' → ')}`,
  'check/versions-overlap': ({ policy }) =>
    `政策 \`${policy}\` 的两个版本有效期重叠；请写明前一版的 \`until\`，或用 \`appliesTo\` 写明适用于谁`,
  'check/periods-overlap': () => '两个时段重叠，其间不知用哪个值；请改其中一个的起止',
  'check/period-reversed': ({ from, until }) => `有效期的终点 ${until} 不在起点 ${from} 之后`,
  'check/period-not-covered': ({ parameter, from }) => `参数 \`$${parameter}\` 自 ${from} 起没有值，但政策仍有效`,
  'check/operand-with-several-sources': ({ sources }) =>
    sources.length > 0
      ? `这里只能有一种来源，写的却是 ${list(sources)}`
      : '这里应写一个引用（`fact`、`item`、`outer`，或 `parameter` 和 `at`）或一种推导（如 `plus`）',
  'check/minus-without-plus': () => '`minus` 要和 `plus` 写在一起',
  'check/bounds-reversed': ({ least, most }) => `最小值 ${least} 大于最大值 ${most}`,
  'check/else-not-last': () => '`else` 只能是最后一个分支',
  'check/not-computable': ({ form, value, type }) => `\`${form}\` 不能用于 \`${value}\`，它的类型是${types[type]}`,
  'check/different-types': ({ form, types: found }) =>
    `\`${form}\` 的各项类型不同：${found.map((type) => types[type]).join('、')}`,
  'check/mixed-units': () =>
    '天、周和月、年的时长不能相加减，也不能互相计数；请用 `in:` 换成同一单位，或把它们加到一个日期上',
  'check/window-without-having': ({ key }) =>
    `没有 \`having\` 时不能写 \`${key}\`：请用 \`where\` 选出各项，用 \`having\` 写测试`,
  'check/needs-periods': ({ list: name }) => `列表 \`${name}\` 的项没有起止时间`,
  'check/not-yearly': ({ key, list: name }) => `\`${key}\` 只用于按年度的列表，\`${name}\` 不是`,
  'check/not-a-word': ({ parameter, expected }) =>
    `参数 \`$${parameter}\` 要用 \`oneOf\` 写明可选的词，且都在 ${list(expected)} 之中`,
  'check/only-in-extra': ({ key }) => `\`${key}\` 只用于 \`extra\` 中的列表`,
  'check/not-in-extra': ({ key }) => `\`extra\` 中的列表不能写 \`${key}\`；请另命名一个列表来选取`,
  'check/for-needs-from': () => '`for` 要和 `from` 写在一起，并且不能同时写 `to`',
  'check/not-a-date-field': ({ field }) => `\`${field}\` 不是类型为 \`date\` 的字段`,
  'check/nothing-to-meet': () =>
    '晋升政策没有门槛，也没有及格分，任何人都会符合条件；请写明 `gates` 或 `scorecard.pass`',
  'check/tally-out-of-reach': ({ criteria }) => `关注情形一共只有 ${criteria} 条，累计达不到这个数`,
  'check/circular-exclusion': ({ rules }) =>
    rules.length > 1 ? `${list(rules)} 循环排除，无法确定哪一条成立` : `${list(rules)} 排除自己，永远不能成立`,
  'check/pass-without-gates': () => '激励政策的积分表不写及格分；请在 `benefits` 的 `when` 中写 `score`',
  'check/unit-without-amount': () => '写明了单位（`unit`），却没有数额（`amount`）',
  'check/amount-without-unit': () => '数额（`amount`）须写明单位（`unit`），如 `{ zh: 元, en: yuan }`',
  'check/until-and-term': () => '`until` 和 `term` 只能写一个',
  'check/several-sources-of-points': () => '`each`、`per`、`when` 只能写一个',
  'check/award-form': ({ form, source }) => `这种分值（\`${form}\`）只能与 \`${source}\` 同用`,
  'check/table-without-else': ({ fact, values }) =>
    `\`${fact}\` ${values.length > 0 ? `的 ${list(values)} 没有对应的分；请补上，或写明` : '可以取任何值；请写明'} \`else\``,
  'check/tiers-not-rising': () => '各段须由低到高写明 `upTo`，最后一段不写',
  'check/sequence-by-points': () => '按先后计分（`first`、`then`）时，每项的分取决于次序，不能再按分取最高',
  'check/keep-needs-each': ({ item }) => `积分项 \`${item}\` 不是对列表各项（\`each\`）计分，不能同一事项只取一项`,
  'check/unknown-score-item': ({ item, orGroup, suggestion }) =>
    `没有积分项${orGroup ? '或积分组' : ''} \`${item}\`${hint(suggestion)}`,
  'check/item-in-two-groups': ({ item }) => `积分项 \`${item}\` 在几个组里，得分会重复计算`,
  'check/duplicate-score-id': ({ id }) => `积分表中的标识 \`${id}\` 重复`,
  'check/cap-below-floor': () => '上限（`cap`）低于下限（`floor`）；请调整其中一个',
  'check/negative-weight': () => '权重在任何时候都不能是负数',
  'check/band-without-from': ({ band }) => `档次由高到低都须写明 \`from\`，只有最后一档不写：\`${band}\``,
  'check/bands-not-falling': () => '各档须由高到低，每档的起点低于上一档',
  'check/not-constant': () => '这里须是一个数或一个参数',
  'check/confidential-in-reason': ({ fact }) => `\`${fact}\` 是敏感信息，不能写进理由`,
  'check/confidential-without-citation': ({ fact }) => `这里用到敏感信息 \`${fact}\`，须有自己的依据（\`citation\`）`,
  'check/absent-passes': ({ fact, operator }) =>
    `没有 \`${fact}\` 记录的人，按词典视为有此值，从而通过这项否定的测试（\`${operator}\`）；请确认这是本意`,
  'check/no-citation': ({ provenance }) =>
    `来源为 \`${provenance}\` 时须写明 \`citation\`；出自法规的还须写 \`certainty\``,
  'check/text-names-a-fact': ({ fact }) => `这里的 \`${fact}\` 按文字处理；若指同名的事实，请写 \`{ fact: ${fact} }\``,
  'check/unused-parameter': ({ parameter }) => `参数 \`$${parameter}\` 没有被使用；请删除，或在规则中写上它`,
  'record/syntax': ({ reason, column }) =>
    `不是有效的 JSON：${column === undefined ? '' : `第 ${column} 个字符处`}${json[reason]}`,
  'record/not-an-object': () => '这不是一条人员记录',
  'record/duplicate-key': ({ key }) => `字段 \`${key}\` 在记录中出现两次`,
  'record/too-large': ({ limit }) => `记录过大，上限为 ${limit}`,
  'record/too-deep': ({ limit }) => `记录嵌套过深，上限为 ${limit} 层`,
  'record/missing-field': ({ field }) => `缺少字段 \`${field}\``,
  'record/unknown-field': ({ field, suggestion }) => `记录中没有字段 \`${field}\`${hint(suggestion)}`,
  'record/wrong-type': ({ expected }) => `应是${either(expected)}`,
  'record/not-one-of': ({ expected }) => `应是下列之一：${list(expected)}`,
  'record/not-a-date': ({ column, formats }) =>
    `${inColumn(column)}不是日历上的日期；请写 ${dateExamples(formats).join(' 或 ')}`,
  'record/number-digits': ({ column }) =>
    `${inColumn(column)}数字超过 15 位有效数字，无法准确读取；若是编号，请写成文字`,
  'record/bad-text': () => '文字写法不符合要求，或是空的',
  'record/out-of-range': () => '数字超出允许范围',
  'record/period-reversed': () => '终止时间早于开始时间',
  'record/before-work': () => '年度考核早于参加工作的年份，两者必有一误',
  'record/unknown-value': ({ expected }) => `不在事实词典列出的值之中：${list(expected)}`,
  'record/waiver-without-rule': ({ policy }) => `个案豁免所指的规则在政策 \`${policy}\` 中不存在`,
  'fact/division-by-zero': () => '推导中除以零',
  'fact/no-weight': ({ field }) => `没有写明 \`${field}\` 这个值的权重`,
  'fact/negative-weight': ({ weight }) => `权重 \`${weight}\` 得出负数`,
  'fact/no-parameter-value': ({ parameter, date }) => `参数 \`$${parameter}\` 在 ${date} 没有值`,
  'fact/two-versions': ({ policy }) => `政策 \`${policy}\` 有两个版本同时适用于这条记录`,
  'fact/out-of-range': () => '推导得出的日期或数字超出可以计算的范围',
  'fact/failed': ({ fact, late }) =>
    `\`${fact}\` 的来源${late ? '没有按时答复' : '出错'}；请重试，或把它的值作为输入给出`,
  'fact/extension-failed': ({ extension }) => `嵌入程序给出的 \`${extension}\` 出错，没有得出结果`,
  'fact/extension-argument': ({ extension }) =>
    `交给 \`${extension}\` 的数字或日期无法准确表示（数字至多 15 位有效数字，日期在 1000 年至 9999 年之间）`,
  'fact/extension-result': ({ extension, expected }) =>
    `嵌入程序给出的 \`${extension}\` 得出的不是它声明的 \`${expected}\`（数字至多 15 位有效数字，日期写作 \`2026-11-21\`，时长写作 \`P1Y6M\`，不能是 \`Promise\`）`,
  'input/unknown': ({ input, suggestion }) => `没有政策声明输入 \`${input}\`${hint(suggestion)}`,
  'input/wrong-type': ({ input, expected }) => `输入 \`${input}\` 应是${types[expected]}`,
  'input/out-of-range': ({ input }) => `输入 \`${input}\` 超出政策声明的范围`,
  'input/unknown-value': ({ input, expected }) => `输入 \`${input}\` 应是下列之一：${list(expected)}`,
  'record/no-policy': ({ subject }) => `没有一份政策是判定${subject === 'unit' ? '单位' : '人员'}的`,
  'record/duplicate-id': ({ line }) => `编号与第 ${line} 行重复`,
  'record/row-length': ({ expected, found }) => `这一行有 ${found} 格，表头有 ${expected} 列`,
  'record/not-yes-or-no': ({ column, yes, no }) => `列“${column}”应填写是（${list(yes)}）或否（${list(no)}）`,
  'record/not-a-number': ({ column }) => `列“${column}”应填写数字`,
  'mapping/unknown-field': ({ field, suggestion }) => `记录中没有字段 \`${field}\`${hint(suggestion)}`,
  'mapping/unknown-column': ({ column, suggestion }) => `花名册中没有列“${column}”${hint(suggestion)}`,
  'mapping/unmapped-column': ({ column, suggestion }) =>
    `列“${column}”没有对应的字段；不需要时请写进 \`ignored\`${hint(suggestion)}`,
  'mapping/duplicate-column': ({ column }) => `列名“${column}”重复`,
  'program/syntax': () => '不是有效的 JSON，文件可能不完整；请重新编译政策',
  'program/not-a-program': () => '不是已编译政策；请用 `cadre-policy compile` 由政策文件编译',
  'program/schema-version': ({ found, needed }) =>
    `已编译政策的文件格式为第 ${found} 版，这里只能读第 ${needed} 版；请用本版本重新编译政策`,
  'program/language-version': ({ found, needed }) =>
    `已编译政策的语言为第 ${found} 版，这里需要第 ${needed} 版；请用本版本重新编译政策`,
  'program/digest': () => '内容与摘要不符：编译之后文件有改动；请修改政策本身，再重新编译',
}

export const zhRelated: RelatedMessages = {
  opened: ({ sign }) => `\`${sign}\` 在这里开始`,
  'first-key': ({ key }) => `键 \`${key}\` 先在这里写了`,
  'first-item': () => '相同的一项先在这里写了',
  'first-rule': ({ rule }) => `理由码 \`${rule}\` 先在这里用了`,
  'first-fact': ({ fact }) => `\`${fact}\` 先在这里定义`,
  'first-id': ({ id }) => `标识 \`${id}\` 先在这里用了`,
  'first-record': () => '这个编号先在这里出现',
  'first-column': ({ column }) => `列“${column}”先在这里出现`,
  'mapped-column': ({ column }) => `对应表在这里写了列“${column}”`,
  defined: ({ name }) => `\`${name}\` 在这里定义`,
  values: ({ fact }) => `\`${fact}\` 可取的值列在这里`,
  absent: ({ fact }) => `没有 \`${fact}\` 时视为什么，写在这里`,
  parameter: ({ parameter }) => `参数 \`$${parameter}\` 在这里写明`,
  'rests-on': ({ name, other }) => `\`${name}\` 在这里定义，要用到 \`${other}\``,
  'sets-aside': ({ rule, other }) => `\`${rule}\` 在这里排除 \`${other}\``,
  'in-force': () => '政策的有效期写在这里',
  'other-version': ({ policy }) => `政策 \`${policy}\` 的另一个版本在这里`,
  'other-period': () => '与这个时段重叠',
  floor: () => '下限写在这里',
  'tier-before': () => '前一段在这里',
  'band-before': ({ band }) => `上一档 \`${band}\` 从这里起`,
  'group-before': ({ group }) => `已在组 \`${group}\` 中`,
  item: ({ item }) => `积分项 \`${item}\` 在这里`,
  'by-order': () => '分值在这里按先后写明',
}
