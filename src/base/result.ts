/** A value, or the reasons why there is none. */
export type Result<T, Problem> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly diagnostics: readonly Problem[] }
