/** What people put between the figures of a number, and the (0) that stands for the one left out from abroad. */
const BETWEEN = /[\s.\-‐-–/]/g
const LEFT_OUT = /\(0\)/g

/** A number as it is dialled: `+33 (0)6 12 34 56 78` → `+33612345678`. */
export const dialled = (text: string): string => text.replace(LEFT_OUT, '').replace(BETWEEN, '')

const FRENCH = /^0[1-9]\d{8}$/
/** A country's code and a number, 15 figures at most (ITU-T E.164). */
const INTERNATIONAL = /^(?:\+|00)[1-9]\d{6,14}$/
const FROM_ABROAD = /^(?:\+|00)33(?!0?[1-9]\d{8}$)/

/** Could this be dialled? French as written in France, or with a country's code; spaces, dots and hyphens as one likes. */
export function isPhone(text: string): boolean {
  const number = dialled(text)
  return FRENCH.test(number) || (INTERNATIONAL.test(number) && !FROM_ABROAD.test(number))
}
