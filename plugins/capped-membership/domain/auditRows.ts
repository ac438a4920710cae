/** What the audit reads of each row. */
export type AuditSeat = {
  key: string
  number: number
  occupant: string
  person?: string | null
  state: string
  heldUntil?: string | null
}
export type AuditMembership = {
  id: string
  key: string
  person: string
  state: string
  seat: number
  paymentRef?: string | null
}
export type AuditPayment = {
  id: string
  person: string
  settled: number
  application: string
  cents: number
}
export type AuditApplication = {
  id: string
  person?: string | null
  state: string
  kind?: string | null
  round?: number | null
}

/** One thing that does not agree: a code, and what it is about. */
export type Finding = { code: string; about: string }
