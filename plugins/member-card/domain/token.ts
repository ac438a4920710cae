/** 128 random bits: as long as anybody may guess, nobody finds one. */
export const TOKEN_BYTES = 16

/** Does a text look like a token? Asked before the database is. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

export const cardKey = (person: string, season: string): string => `${person}:${season}`
