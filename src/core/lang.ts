/** The two languages of the product; French comes first and is what is shown when nothing is known. */
export const LANGS = ['fr', 'en'] as const
export type Lang = (typeof LANGS)[number]

export const isLang = (value: unknown): value is Lang => value === 'fr' || value === 'en'

/** The cookie in which a visitor's choice is kept. */
export const LANG_COOKIE = 'langue'

/** A text in both languages, for what is not a message of a module (plugin titles, settings…). */
export type Bilingual = Readonly<Record<Lang, string>>

type Message = string | ((...args: never[]) => string)
export type Messages = { readonly [key: string]: Message | Messages }

/** What the English texts must look like, given the French: the same keys, the same parameters. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>
}

/**
 * Ties a module's French and English texts together: `const texts = defineTexts(fr, en)` then
 * `texts(lang).title`. A missing or surplus key fails the types.
 */
export function defineTexts<const F extends Messages>(fr: F, en: SameShape<F>): (lang: Lang) => SameShape<F> {
  return (lang) => (lang === 'en' ? en : (fr as unknown as SameShape<F>))
}

const rules = { fr: new Intl.PluralRules('fr-FR'), en: new Intl.PluralRules('en-GB') }

/** Picks the singular or the plural as the language counts: French says « 0 place », English "0 seats". */
export function plural(lang: Lang, n: number, forms: { one: string; other: string }): string {
  return rules[lang].select(n) === 'one' ? forms.one : forms.other
}

const numbers = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }
export const formatNumber = (n: number, lang: Lang): string => withMinus(numbers[lang].format(n))

/** Figures that are read bear a minus sign (U+2212), where JavaScript writes a hyphen. */
export const withMinus = (figure: string): string => figure.replace(/^-/, '−')

/** The visitor's language from an Accept-Language header; French unless English is preferred. */
export function langFromHeader(header: string | undefined): Lang {
  if (!header) return 'fr'
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const q = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter((w) => w.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { tag } of wishes) {
    const base = tag.split('-')[0]
    if (isLang(base)) return base
  }
  return 'fr'
}
