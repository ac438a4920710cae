/** Unique keys of the rows: what may exist only once is said by its key. */

/** The n-th seat of a season, from 1. */
export const seatKey = (season: string, n: number): string => `${season}:${n}`

/** Who sits: unique over all seats, so that nobody holds two of a season. */
export const occupantKey = (season: string, person: string): string => `${season}:${person}`

/** What stands in `occupant` of an empty seat. */
export const freeOccupant = (season: string, n: number): string => `free:${season}:${n}`

/** One application a season and e-mail address. */
export const applicationKey = (season: string, email: string): string => `${season}:${email}`

/** One membership a person and season. */
export const membershipKey = (person: string, season: string): string => `${person}:${season}`

/** One answer a person and season they may renew into. */
export const renewalKey = (person: string, season: string): string => `${person}:${season}`

/** The file of a renewal: one a person and season, beside the applications by address. */
export const renewalFileKey = (person: string, season: string): string => `renewal:${person}:${season}`

/** One fee an application: recording it twice is once. */
export const feeKey = (application: string): string => `fee:${application}`
