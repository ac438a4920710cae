/** Unique keys of the rows: what may exist only once is said by its key. */

/** The n-th seat of a season, from 1. */
export const seatKey = (season: string, n: number): string => `${season}:${n}`

/** Who sits: unique over all seats, so that nobody holds two of a season. */
export const occupantKey = (season: string, person: string): string => `${season}:${person}`

/** What stands in `occupant` of an empty seat. */
export const freeOccupant = (season: string, n: number): string => `free:${season}:${n}`

/** One application a season, e-mail address and round: whoever may apply again does so in the next round. */
export const applicationKey = (season: string, email: string, round = 1): string =>
  round === 1 ? `${season}:${email}` : `${season}:${email}:${round}`

/** One membership a person and season; another (`nth` 2) only after the one before it ended. */
export const membershipKey = (person: string, season: string, nth = 1): string =>
  nth === 1 ? `${person}:${season}` : `${person}:${season}:${nth}`

/** Is this the key of a membership of that person and season, whichever it is of theirs? */
export const isMembershipKey = (key: string, person: string, season: string): boolean => {
  const first = membershipKey(person, season)
  return (
    key === first || (key.startsWith(`${first}:`) && /^([2-9]|[1-9]\d+)$/.test(key.slice(first.length + 1)))
  )
}

/** One place in line a person and season. */
export const lineKey = (season: string, person: string): string => `${season}:${person}`

/** One departure a membership: asked for twice it is once. */
export const departureKey = (membership: string): string => `departure:${membership}`

/** A payment is given back once; again (`round` 2, …) only what failed after it had been noted as given. */
export const refundKey = (payment: string, round = 1): string =>
  round === 1 ? `refund:${payment}` : `refund:${payment}:${round}`

/** One answer a person and season they may renew into. */
export const renewalKey = (person: string, season: string): string => `${person}:${season}`

/** The file of a renewal, beside the applications by address: one a person, season and round; each taken back begins another round. */
export const renewalFileKey = (person: string, season: string, round = 1): string =>
  round === 1 ? `renewal:${person}:${season}` : `renewal:${person}:${season}:${round}`

/** One fee an application: recording it twice is once. */
export const feeKey = (application: string): string => `fee:${application}`

/** The file whose fee a key is; null for what is no fee. */
export const applicationOfFee = (key: string): string | null => /^fee:([^:]+)$/.exec(key)?.[1] ?? null
