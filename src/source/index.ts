// Turns YAML, JSON and CSV text into plain data plus the place of every node; the only room that knows the yaml package.
export { type CsvRow, type CsvTable, parseCsv } from './csv.js'
export type { SourceDocument, SourceText } from './document.js'
export { formatYaml } from './format.js'
export { type ParsedJson, parseJson } from './json.js'
export { parseYaml } from './yaml.js'
