/*
 * The names by which modules meet, filled by what each declares of '@/hooks' (which exports all of this file by a star:
 * so that what is said of '@/hooks' is said of these).
 */

/** Facts, in the past tense: name → what listeners receive. Delivered at least once. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Actions {}

/** Values that others may change or refuse: name → { value, context }. No side effects. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Filters {}

/** Verbs one module offers and another calls by name: name → { input, output }. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Services {}

/** Long acts, run in steps that can be stopped and resumed: name → { input }. See collections/tasks. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tasks {}

export type ActionName = keyof Actions & string
export type FilterName = keyof Filters & string
export type ServiceName = keyof Services & string
export type TaskName = keyof Tasks & string
