import type { Lang } from './lang'

/** Money is whole euro cents in an integer; never a float. */
export type Cents = number

export const isCents = (value: unknown): value is Cents => Number.isSafeInteger(value)

/** `500` → « 5,00 € » / "€5.00"; whole euros lose their decimals when `short`. */
export function formatCents(cents: Cents, lang: Lang, { short = false } = {}): string {
  const digits = short && cents % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100)
}
