declare const brand: unique symbol

/** A string or number that was validated once, where it was made, and is a type of its own from then on. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** `jiangyan/rotation` */
export type PolicyId = Brand<string, 'PolicyId'>
/** The stable, language-free name of a rule within its policy: `sensitive-post`. 理由码 */
export type ReasonCode = Brand<string, 'ReasonCode'>
/** A fact by name (`age`) or by its path in the record (`post.title`, `assessments.grade`). 事实 */
export type FactId = Brand<string, 'FactId'>
/** A node of a policy by its path in the file: `triggers/0/when/all/1`. Span, program node and trace entry meet on it. */
export type NodeId = Brand<string, 'NodeId'>
