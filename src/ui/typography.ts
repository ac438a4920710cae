import type { Lang } from '@/core/lang'

/** U+202F, before ; ! ? in French. */
export const NARROW = '\u202f'
/** U+00A0, before : and inside « » in French, between a figure and its unit in both languages. */
export const NO_BREAK = '\u00a0'

const SPACES = '[ \u00a0\u202f]'
const APOSTROPHE = /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«]|$)/gu
const UNIT = /(?<=\d) (?=(?:TS|€|%|h|min|j|km|m²|kg)(?![\p{L}\p{N}]))/gu
const NUMERO = /(?<=[nN]°) (?=\d)/g
/** A mark that stands alone after a word; `https://`, `14:05` and `?page=2` are left as they are. */
const AFTER_WORD = /(?<=[\p{L}\p{N}»)\]%€’”"…])(?=[;!?:]+(?:[\s»)”\]]|$))/gu
const OPENING = new RegExp(`«${SPACES}*`, 'g')
const CLOSING = new RegExp(`${SPACES}*»`, 'g')
const BEFORE_HIGH_MARK = new RegExp(`${SPACES}+(?=[;!?])`, 'g')
const BEFORE_COLON = new RegExp(`${SPACES}+(?=:(?:\\s|$))`, 'g')
/** Most texts hold nothing to set, and a page has hundreds. */
const MAY_CHANGE = /['«»;!?:°]|\d /

const shared = (text: string): string =>
  text.replace(APOSTROPHE, '’').replace(UNIT, NO_BREAK).replace(NUMERO, NO_BREAK)

/**
 * French typography (Lexique des règles typographiques en usage à l’Imprimerie nationale): narrow no-break
 * space before ; ! ?, no-break space before : and inside guillemets, typographic apostrophes, figures kept
 * with their unit. Applying it twice changes nothing. Not for code, addresses or what will be sent back.
 */
export const fr = (text: string): string =>
  MAY_CHANGE.test(text)
    ? shared(text)
        .replace(OPENING, `«${NO_BREAK}`)
        .replace(CLOSING, `${NO_BREAK}»`)
        .replace(AFTER_WORD, ' ')
        .replace(BEFORE_HIGH_MARK, NARROW)
        .replace(BEFORE_COLON, NO_BREAK)
    : text

/** English needs less: typographic apostrophes, figures kept with their unit. */
export const en = (text: string): string => (MAY_CHANGE.test(text) ? shared(text) : text)

export const typeset = (text: string, lang: Lang): string => (lang === 'fr' ? fr(text) : en(text))
