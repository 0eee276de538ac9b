// The catalogue of facts: what they are and how they come from a record.
export { type RecordCatalogue, recordCatalogue, unitCatalogue } from './catalogue.js'
