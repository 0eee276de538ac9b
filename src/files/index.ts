// Node only: policy files, NDJSON and CSV from disk, NDJSON and texts to disk.
export { readCsvRoster } from './csv-roster.js'
export { decideRows, type JudgedRow, type Rejection, rejectionOf } from './decide-rows.js'
export { readJsonFile } from './json-file.js'
export { type NdjsonWriter, openNdjson, readNdjson } from './ndjson.js'
export { packageFile } from './package-file.js'
export { readPolicySources, readSource } from './policy-files.js'
export { type AcceptedRow, type RecordRow, type RejectedRow, UnreadableFileError } from './rows.js'
export { writeWhole } from './whole-file.js'
