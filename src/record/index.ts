// Raw record → typed record or rejection; the validator is generated ahead of time.
export { readRecord } from './read-record.js'
