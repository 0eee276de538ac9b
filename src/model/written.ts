// The parts of a policy as its author wrote them that JSON Schema cannot say in TypeScript's terms.

/** A test's value: equal, one of, or operators. */
export type WrittenTest =
  | Scalar
  | readonly Scalar[]
  | Readonly<Record<string, WrittenOperand | readonly WrittenOperand[]>>
/** `5 years`, `$limit`, `asOf`, `{ fact: name }`, `{ item: field }`. */
export type WrittenOperand = Scalar | { readonly fact: string } | { readonly item: string }
/** Facts with their tests, and the words all, any, not, some, every, none, atLeastOf. */
export type WrittenCondition = Readonly<Record<string, unknown>>
/** A whole record, or one from a file with changes. */
export type WrittenCaseRecord =
  | { readonly from: string; readonly with?: Readonly<Record<string, unknown>> }
  | Readonly<Record<string, unknown>>

type Scalar = string | number | boolean
