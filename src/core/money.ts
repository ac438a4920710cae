import { type Lang, withMinus } from './lang'

/** Money is whole euro cents in an integer; never a float. */
export type Cents = number

export const isCents = (value: unknown): value is Cents => Number.isSafeInteger(value)

const euros = (locale: string, digits: number) =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
const formats = {
  fr: { whole: euros('fr-FR', 0), cents: euros('fr-FR', 2) },
  en: { whole: euros('en-GB', 0), cents: euros('en-GB', 2) },
}

/** `500` → « 5,00 € » / "€5.00"; whole euros lose their decimals when `short`. Less than nothing bears a minus sign. */
export function formatCents(cents: Cents, lang: Lang, { short = false } = {}): string {
  const format = formats[lang][short && cents % 100 === 0 ? 'whole' : 'cents']
  return withMinus(format.format(cents / 100))
}

/** `550` → « 5,50 » / "5.50": as it is typed, and as a spreadsheet of that language reads a figure (hyphen and all). */
export function decimalEuros(cents: Cents, lang: Lang): string {
  const size = Math.abs(cents)
  const text = `${cents < 0 ? '-' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`
  return lang === 'fr' ? text.replace('.', ',') : text
}

/** « 5 », « 5,00 », "5.00 €" → 500; null when it is no amount. Never through a float. */
export function parseEuros(text: string): Cents | null {
  const m = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s/gu, '').replace(/^€|€$/u, ''))
  if (!m) return null
  return Number(m[1]) * 100 + Number((m[2] ?? '').padEnd(2, '0'))
}
