// Judges the person in one file by the compiled policies in another, and shows why. Both are read here and go nowhere.
import {
  evaluate,
  explain,
  formatDate,
  formatDiagnostics,
  readProgram,
  readRecord,
  sayCell,
  sayColumn,
  sayHeading,
  sayLine,
  sayTitle,
} from './cadre-policy.js'

const words = {
  zh: {
    language: 'zh-Hans',
    title: '按政策判定',
    about: '选择已编译政策和一份人员记录。文件只在这台机器上读取，不会传到任何地方；结论供人参考，由人决定。',
    program: '已编译政策（cadre-policy compile 写出的 JSON）',
    record: '人员记录（JSON）',
    by: (titles, asOf) => `政策：${titles.join('；')}。基准日 ${asOf}。`,
    notJson: '记录不是有效的 JSON，或者有重复的键',
  },
  en: {
    language: 'en',
    title: 'Judge by policies',
    about:
      'Choose compiled policies and one personnel record. Both are read on this machine and sent nowhere; what comes out is a proposal, and people decide.',
    program: 'compiled policies (JSON written by cadre-policy compile)',
    record: 'personnel record (JSON)',
    by: (titles, asOf) => `Policies: ${titles.join('; ')}. As of ${asOf}.`,
    notJson: 'the record is not JSON, or a key stands in it twice',
  },
}

const the = (id) => document.getElementById(id)

for (const id of ['locale', 'program', 'record']) the(id).addEventListener('change', show)
await show()

/** Shows what there is to say about the chosen files; if others are chosen meanwhile, nothing. */
async function show() {
  const locale = the('locale').value
  const text = words[locale]
  document.documentElement.lang = text.language
  document.title = text.title
  for (const id of ['title', 'about']) the(id).textContent = text[id]
  for (const id of ['program', 'record']) the(`${id}-label`).textContent = text[id]
  const chosen = ['program', 'record'].map((id) => the(id).files[0])
  const shown = await resultOf(chosen, locale)
  const isStill =
    locale === the('locale').value && chosen.every((file, at) => file === the(['program', 'record'][at]).files[0])
  if (isStill) the('result').replaceChildren(...shown)
}

async function resultOf([programFile, recordFile], locale) {
  if (!programFile) return []
  const program = readProgram(await programFile.text())
  if (!program.ok) return [refusal(formatDiagnostics(program.diagnostics, { locale }))]
  const { policies, asOf } = program.value
  const by = element(
    'p',
    words[locale].by(
      policies.map(({ title }) => sayTitle(title, locale)),
      formatDate(asOf),
    ),
  )
  if (!recordFile) return [by]
  const data = jsonOf(await recordFile.text())
  if (!data) return [by, refusal(words[locale].notJson)]
  const record = readRecord(data.value)
  const judged = record.ok ? await evaluate(program.value, record.value) : record
  if (!judged.ok) return [by, refusal(formatDiagnostics(judged.diagnostics, { locale }))]
  return [by, ...judged.value.map((decision) => article(explain(decision), locale))]
}

/** JSON.parse keeps the last of two equal keys without a word: of each key there is a colon outside of texts. */
function jsonOf(text) {
  try {
    const value = JSON.parse(text)
    const colons = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
    return colons === keysIn(value) ? { value } : undefined
  } catch {
    return undefined
  }
}

function keysIn(value) {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum, inner) => sum + keysIn(inner), own)
}

// Everything is put in as text, never as HTML: a record or a policy may say whatever it likes.

function article({ policy, sections }, locale) {
  const parts = sections.map(({ heading, table, lines }) =>
    element(
      'section',
      element('h3', sayHeading(heading, locale)),
      ...(table ? [tableOf(table, locale)] : []),
      list(lines, locale),
    ),
  )
  return element('article', element('h2', sayTitle(policy.title, locale)), ...parts)
}

function list(lines, locale) {
  const items = lines.map((line) =>
    element('li', sayLine(line, locale), ...(line.lines.length > 0 ? [list(line.lines, locale)] : [])),
  )
  return element('ul', ...items)
}

function tableOf({ title, columns, rows }, locale) {
  const cell = (tag, { align }, content) => Object.assign(element(tag, content), { className: align })
  const head = columns.map((column) => cell('th', column, sayColumn(column.key, locale)))
  const body = rows.map(({ kind, depth, cells }) => {
    const row = columns.map((column) => cell('td', column, sayCell(cells[column.key], locale)))
    return Object.assign(element('tr', ...row), { className: `${kind} depth-${depth}` })
  })
  return element(
    'table',
    element('caption', sayTitle(title, locale)),
    element('thead', element('tr', ...head)),
    element('tbody', ...body),
  )
}

function refusal(text) {
  const shown = element('pre', text)
  shown.setAttribute('role', 'alert')
  return shown
}

function element(tag, ...content) {
  const made = document.createElement(tag)
  made.append(...content)
  return made
}
