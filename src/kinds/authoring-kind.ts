import type { Localized, Path } from '../base/index.js'
import type { DiagnosticCode, DiagnosticParams } from '../diagnostics/index.js'
import type {
  Citation,
  Hearing,
  Provenance,
  SetAside,
  WrittenCondition,
  WrittenOperand,
  WrittenScorecard,
} from '../model/index.js'

/** A rule as it stands in the file, its names not yet resolved. */
export interface RuleDraft {
  readonly role: string
  /** Where in the document. */
  readonly path: Path
  readonly written: {
    readonly id: string
    readonly title: Localized
    /** Without, the rule holds of everybody. */
    readonly when?: WrittenCondition
    readonly unless?: WrittenCondition
    /** Set on what sets other rules aside, if that is left to the decider. */
    readonly force?: 'may'
    readonly because?: Localized
    readonly citation?: Citation
    readonly provenance?: Provenance
  }
  /** What it takes over from around it where it says nothing itself. */
  readonly within?: Pick<RuleDraft['written'], 'citation' | 'provenance'>
  /** Instead of a condition: a fact that the policy makes must reach this much. */
  readonly reaches?: { readonly fact: string; readonly atLeast: WrittenOperand; readonly path: Path }
  readonly consequence?: Readonly<Record<string, string>>
  /** The rules that this one sets aside when it stands: those named under the key `listedIn`, else all of the role. */
  readonly setsAside?: Named & { readonly by: SetAside['by'] }
  /** The rules of a role that this one proposes. */
  readonly proposes?: Named
  /** What it yields, each under its own key. */
  readonly yields?: {
    readonly amount: WrittenOperand | undefined
    readonly unit: Localized | undefined
    readonly from: WrittenOperand | undefined
    readonly until: WrittenOperand | undefined
    readonly term: WrittenOperand | undefined
  }
}

/** Rules of a role that another rule names. */
interface Named {
  readonly role: string
  readonly listedIn: string
  readonly rules: readonly string[] | undefined
}

/** What a policy of a kind holds beside what every policy does. */
export interface PolicyParts {
  readonly rules: readonly RuleDraft[]
  readonly scorecard?: WrittenScorecard
  /** A fact that counts those of some rules that stand. */
  readonly standing?: { readonly fact: string; readonly title: Localized; readonly rules: readonly string[] }
  readonly hearing?: readonly Hearing[]
}

/** How a kind reports what only it can see. */
type ReportPart = <Code extends DiagnosticCode>(path: Path, code: Code, params: DiagnosticParams[Code]) => void

/** What the checker must know of a kind of policy. Its schema is `schema.json` beside it. */
export interface Authoring<Document> {
  readonly name: string
  readonly partsOf: (document: Document) => PolicyParts
  readonly check: (document: Document, report: ReportPart) => void
}
