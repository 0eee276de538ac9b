// Turns YAML, JSON and CSV text into plain data plus the place of every node; the only room that knows the yaml package.
export type { SourceText } from '../base/index.js'
export { type CsvRow, type CsvTable, parseCsv } from './csv.js'
export type { SourceDocument } from './document.js'
export { formatYaml } from './format.js'
export { type ParsedJson, parseJson } from './json.js'
export { jsonItems } from './json-items.js'
export { limits } from './limits.js'
export { parseYaml } from './yaml.js'
