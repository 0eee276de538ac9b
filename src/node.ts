// Files on disk, for Node: policy sets and records read, decisions and rejections written.
export {
  type AcceptedRow,
  decideRows,
  type JudgedRow,
  type NdjsonWriter,
  openNdjson,
  packageFile,
  type RecordRow,
  type RejectedRow,
  type Rejection,
  readCsvRoster,
  readJsonFile,
  readNdjson,
  readPolicySources,
  readSource,
  rejectionOf,
  UnreadableFileError,
} from './files/index.js'
