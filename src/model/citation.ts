import type { Citation as CitationDocument } from './generated/policy.js'
import type { DeepReadonly } from './readonly.js'

/** Document and article that a rule or figure rests on. 依据 */
export type Citation = DeepReadonly<CitationDocument>

/** Where a figure or rule comes from: the document, a regulation, or the author's own supposition. 来源 */
export type Provenance = 'stated' | 'regulation' | 'assumed'
