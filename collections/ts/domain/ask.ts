export const MAX_AMOUNT = 1_000_000
export const MAX_LEGS = 50

/** Who asks, and under which key of theirs; a retry must carry the same key. */
export type Asked = {
  readonly actor: string
  /** 1–200 characters of A–Z a–z 0–9 . _ : - @ / + = ; no spaces, no `#`. */
  readonly key: string
}

export type Movement = { readonly debit: string; readonly credit: string; readonly amount: number }
