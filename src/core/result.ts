/**
 * The outcome of a rule or a verb. An expected refusal is a value with a reason code, translated at the
 * edge; exceptions are kept for bugs and broken infrastructure.
 */
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refusal<R extends string = string> = {
  readonly ok: false
  /** Dotted code such as `seat.none-left`; every code has a text in both languages. */
  readonly reason: R
  /** Figures the text may show (amounts, dates); never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>
}
export type Result<T, R extends string = string> = Ok<T> | Refusal<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const refuse = <R extends string>(reason: R, detail?: Refusal<R>['detail']): Refusal<R> =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }

/** The value, or a throw: for places where a refusal would be a bug (seeds, tests). */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.reason} ${JSON.stringify(result.detail ?? {})}`)
}
