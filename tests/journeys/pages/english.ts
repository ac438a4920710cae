import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { modules } from '@/src/modules'
import { readSqlite } from '@/tests/upgrade/rawRows'
import { inspectEnglish, type Window } from './inspect'

/*
 * What is left in French of a page in English. What people wrote stands in the language they wrote it in: it is known from
 * the rows, or marked by `lang`. Anything else that is one of the product's own French texts, or reads just the same on
 * the page in French (a date, a sentence that is nowhere in the texts), has not been put into English.
 */

/** Letters, from which on two texts are not the same by chance: whole ones, and what is part of another. */
const [WHOLE, PART] = [5, 12]
const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length

/** Without spaces and with one kind of apostrophe: pages set them, rows and texts do not. */
const bare = (text: string): string => text.normalize('NFC').replace(/\s/g, '').replaceAll('’', "'")

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/**
 * French texts, bare: those that are no English ones, and their longer pieces between the figures that they tell. And the
 * words that English is made of.
 */
type Texts = { whole: ReadonlySet<string>; parts: readonly string[]; english: ReadonlySet<string> }

/** The product's French texts that differ from the English ones. */
export async function frenchTexts(): Promise<Texts> {
  const [french, both] = [new Set<string>(), new Set<string>()]
  const [parts, english] = [new Set<string>(), new Set<string>()]
  const files = globSync('{src,collections,plugins}/**/{i18n,i18n/**/*,texts}.ts').filter(
    (f) => !f.includes('/admin/') && !f.endsWith('.test.ts'),
  )
  const exported = await Promise.all(files.map((file) => import(/* @vite-ignore */ resolve(file))))
  const seen = new Set<unknown>()
  const note = (fr: unknown, en: unknown): void => {
    if (typeof fr === 'string' && typeof en === 'string') {
      both.add(bare(en))
      for (const word of wordsIn(en)) english.add(word)
      if (letters(fr) >= WHOLE) french.add(bare(fr))
      for (const part of fr.split(FIGURE))
        if (letters(part) >= PART && !en.includes(part)) parts.add(bare(part))
    } else if (typeof fr === 'function' && typeof en === 'function') note(called(fr), called(en))
    else if (fr && en && typeof fr === 'object' && typeof en === 'object')
      for (const key of Object.keys(fr)) note(Reflect.get(fr, key), Reflect.get(en, key))
  }
  const walk = (value: unknown): void => {
    if (!value || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    const { fr, en, ...rest } = value as Record<string, unknown>
    note(fr, en)
    for (const one of Object.values(rest)) walk(one)
  }
  for (const one of exported.flatMap((file) => Object.values(file as object))) {
    // `texts(lang)`, as defineTexts makes it.
    if (typeof one === 'function' && one.length === 1 && one.constructor === Function)
      note(called(one, 'fr'), called(one, 'en'))
    else walk(one)
  }
  walk(modules)
  for (const text of both) french.delete(text)
  return { whole: french, parts: [...parts], english }
}

const FIGURE = '7777'
function called(text: unknown, ...args: unknown[]): unknown {
  try {
    return (text as (...given: unknown[]) => unknown)(...(args.length > 0 ? args : [7777, 7777, 7777]))
  } catch {
    return undefined
  }
}

/** Of what stands in both languages the French has no place on a page in English. */
const hasEnglish = (row: object, key: string): boolean =>
  /fr$/i.test(key) &&
  Boolean(
    Reflect.get(
      row,
      key.replace(/r$/, 'n').replace(/f(?=n$)/i, (f) => (f === 'F' ? 'E' : 'e')),
    ),
  )

/** All that stands in the rows of a database, bare. */
export async function wordsOfRows(uri: string): Promise<string> {
  const words: string[] = []
  const note = (value: unknown): void => {
    if (typeof value === 'string') {
      const json = /^[[{]/.test(value) ? parsed(value) : undefined
      if (json === undefined) words.push(...value.split('\n').map(bare))
      else note(json)
    } else if (value && typeof value === 'object' && Reflect.get(value, '_locale') !== 'fr')
      for (const [key, one] of Object.entries(value)) if (!hasEnglish(value, key)) note(one)
  }
  const { mails: _, ...rows } = await readSqlite(uri)
  note(rows)
  return `\n${words.join('\n')}\n`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The product's French texts, and what stands in the rows, a line each. */
export type Known = { texts: Texts; rows: string }

/** Opens a page in English, where `french` is the same page in French, and says, a line each, what is wrong with it. */
export async function faultsInEnglish(
  window: Window,
  asked: Parameters<typeof inspectEnglish>[1] & { french: string; known: Known },
): Promise<string[]> {
  const { french, known } = asked
  const faults = await inspectEnglish(window, asked)
  const { shown, before } = await wordsOf(window.page, french)
  const same = new Set(before.map(bare))
  for (const words of new Set(shown))
    if (isFrench(words, known) || (same.has(bare(words)) && isUntold(words, known)))
      faults.push(`“${words}” is not in English`)
  return faults
}

/** One of the product's French texts, or part of it, that nobody has written. */
function isFrench(words: string, { texts, rows }: Known): boolean {
  const said = bare(words)
  const isText =
    texts.whole.has(said) || (letters(words) >= PART && texts.parts.some((part) => said.includes(part)))
  const pieces = piecesOf(words)
  const isMadeOf = pieces.length > 0 && pieces.every((piece) => isWritten(piece, rows))
  return isText && !isWritten(words, rows) && !isMadeOf
}

/** Words of which some are in no English text, and that nobody has written; one alone may be a name, or an address. */
const isUntold = (words: string, { texts, rows }: Known): boolean =>
  piecesOf(words).some(
    (piece) =>
      /\s/.test(piece) &&
      wordsIn(piece).some((word) => word.length > 2 && !texts.english.has(word)) &&
      !isWritten(piece, rows),
  ) && !isWritten(words, rows)

/** Is it in the rows, maybe cut short? */
const isWritten = (text: string, rows: string): boolean =>
  rows.includes(letters(text) < PART ? `\n${bare(text)}\n` : bare(text.replace(/…$/, '')))

const piecesOf = (words: string): string[] =>
  words
    .split(/[·,:;→()\n]|[….]$/)
    .map((piece) => piece.trim())
    .filter((piece) => letters(piece) >= WHOLE)

/** Whatever is read, shown or not, of the page as it stands, and of another: not what is marked as being in French. */
const wordsOf = (page: Page, html: string): Promise<{ shown: string[]; before: string[] }> =>
  page.evaluate((other) => {
    const wordsIn = (doc: Document): string[] => {
      const about = doc.querySelector('meta[name=description]')?.getAttribute('content')
      const words: string[] = [doc.title, about ?? '']
      const foreign = (node: Element | null) => {
        const marked = node?.closest('[lang]')
        return marked && marked !== doc.documentElement && marked.getAttribute('lang') !== 'en'
      }
      const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.parentElement
        if (!at?.closest('script, style, textarea, code') && !foreign(at)) words.push(node.nodeValue ?? '')
      }
      for (const element of doc.querySelectorAll('*'))
        for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'])
          if (element.hasAttribute(name) && !foreign(element)) words.push(element.getAttribute(name) ?? '')
      return words.map((text) => text.trim()).filter(Boolean)
    }
    return { shown: wordsIn(document), before: wordsIn(new DOMParser().parseFromString(other, 'text/html')) }
  }, html)
