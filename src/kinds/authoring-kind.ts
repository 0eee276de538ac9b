import type { Localized, Path } from '../base/index.js'
import type { Citation, Provenance, WrittenCondition } from '../model/index.js'

/** A rule as it stands in the file, its names not yet resolved. */
export interface RuleDraft {
  readonly role: string
  /** Where in the document. */
  readonly path: Path
  readonly written: {
    readonly id: string
    readonly title: Localized
    readonly when: WrittenCondition
    readonly unless?: WrittenCondition
    /** Set on what sets other rules aside, if that is left to the decider. */
    readonly force?: 'may'
    readonly because?: Localized
    readonly citation?: Citation
    readonly provenance?: Provenance
  }
  readonly consequence?: Readonly<Record<string, string>>
  /** The rules that this one sets aside when it is met: those named under the key `listedIn`, else all of the role. */
  readonly setsAside?: {
    readonly by: 'exemption' | 'deferral'
    readonly role: string
    readonly listedIn: string
    readonly rules: readonly string[] | undefined
  }
}

/** What the checker must know of a kind of policy: where its rules are. Its schema is `schema.json` beside it. */
export interface Authoring<Document> {
  readonly name: string
  readonly rulesOf: (document: Document) => readonly RuleDraft[]
}
