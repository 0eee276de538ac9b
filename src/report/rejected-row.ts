/** A row of the roster that could not be judged; what a rejections file holds has this form. */
export interface RejectedRow {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The person's id, if the row says so much. */
  readonly id?: string
  readonly problems: readonly {
    readonly field: string
    /** In the language of the page. */
    readonly message: string
    /** Where in a policy, for what cannot be computed. */
    readonly place?: string
  }[]
}
