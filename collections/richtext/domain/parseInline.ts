import { BOLD, CODE, type Inline, ITALIC, lineBreak, link, STRIKE, type TextNode, text } from './document'
import { safeHref } from './links'

/**
 * One run of words of light Markdown → nodes: emphasis by CommonMark's rules (§ 6.2, delimiter runs, the rule
 * of three), ~~struck~~, `code`, [label](address), <address> and bare addresses, backslash escapes. A newline
 * is a line break, as people expect of a text area. What is not understood stays as it was typed.
 *
 * One pass, no regular expression that could look back, so hostile text costs what its length costs.
 */
export function parseInline(source: string): Inline[] {
  return merge(new Scanner(source, true).run())
}

type Piece =
  | { kind: 'text'; text: string; format: number }
  | { kind: 'break' }
  | { kind: 'link'; url: string; pieces: Piece[] }
type Opener = { char: string; left: number; length: number; both: boolean; piece: number }

const PUNCTUATION = /[!-/:-@[-`{-~]/
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/
const BARE_URL = /https?:\/\/[^\s<>"`\\^{|}]{1,2000}/y
const ANGLED = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y
const TARGET =
  /\(\s{0,3}<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500}){0,5})>?(?:\s{1,3}"[^"\n]{0,200}")?\s{0,3}\)/y

class Scanner {
  private at = 0
  private plain = ''
  private readonly pieces: Piece[] = []
  private readonly openers: Opener[] = []
  /** How deep an opener of a kind need not be looked for again: keeps the search linear. */
  private readonly bottoms = new Map<string, number>()
  private readonly spans: { from: number; to: number; format: number }[] = []
  private ticks: Map<number, number[]> | undefined
  private brackets: Int32Array | undefined

  constructor(
    private readonly source: string,
    private readonly links: boolean,
  ) {}

  run(): Piece[] {
    while (this.at < this.source.length) this.step()
    this.flush()
    return this.dressed()
  }

  private step(): void {
    const char = this.source[this.at] as string
    if (char === '\\') this.escape()
    else if (char === '\n') this.newline()
    else if (char === '*' || char === '_' || char === '~') this.delimiters(char)
    else if (!this.special(char)) {
      this.plain += char
      this.at++
    }
  }

  /** Code and links: true when something was taken. */
  private special(char: string): boolean {
    if (char === '`') return this.code()
    if (!this.links) return false
    if (char === '[') return this.link()
    if (char === '<') return this.angled()
    return char === 'h' && this.bare()
  }

  private escape(): void {
    const next = this.source[this.at + 1]
    if (next !== undefined && PUNCTUATION.test(next)) {
      this.plain += next
      this.at += 2
    } else {
      this.plain += '\\'
      this.at++
    }
  }

  private newline(): void {
    this.push({ kind: 'break' })
    this.at++
    while (this.source[this.at] === ' ') this.at++
  }

  /** A code span closes at the next run of as many backticks; runs are found once, in one pass. */
  private code(): boolean {
    const length = this.runLength('`')
    this.ticks ??= tickRuns(this.source)
    const runs = this.ticks.get(length) ?? []
    while (runs.length > 0 && (runs.at(-1) as number) <= this.at) runs.pop()
    const close = runs.at(-1)
    if (close === undefined) {
      this.plain += '`'.repeat(length)
      this.at += length
      return true
    }
    let inside = this.source.slice(this.at + length, close).replaceAll('\n', ' ')
    if (inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '') inside = inside.slice(1, -1)
    this.push({ kind: 'text', text: inside, format: CODE })
    this.at = close + length
    return true
  }

  private delimiters(char: string): void {
    const length = this.runLength(char)
    const before = this.at === 0 ? '\n' : lastChar(this.source, this.at)
    const after = String.fromCodePoint(this.source.codePointAt(this.at + length) ?? 10)
    this.at += length
    const opens = !SPACE.test(after) && (char !== '_' || !WORD.test(before))
    const closes = !SPACE.test(before) && (char !== '_' || !WORD.test(after))
    if (char === '~' && length !== 2) {
      this.plain += char.repeat(length)
      return
    }
    let left = length
    if (closes) left = this.close(char, length, opens)
    if (left > 0 && opens) {
      this.push({ kind: 'text', text: char.repeat(left), format: 0 })
      this.openers.push({ char, left, length, both: closes, piece: this.pieces.length - 1 })
    } else {
      this.plain += char.repeat(left)
    }
  }

  /** Matches a closing run with the openers before it; what is left of the run. */
  private close(char: string, length: number, both: boolean): number {
    let left = length
    const key = `${char}${both}${length % 3}`
    const bottom = this.bottoms.get(key) ?? 0
    for (let i = this.openers.length - 1; i >= bottom && left > 0; i--) {
      const opener = this.openers[i] as Opener
      if (opener.char !== char || !ruleOfThree(opener, length, both)) continue
      this.flush()
      this.openers.length = i + 1
      while (left > 0 && opener.left > 0) {
        const width = char === '~' || (opener.left >= 2 && left >= 2) ? 2 : 1
        const format = char === '~' ? STRIKE : width === 2 ? BOLD : ITALIC
        this.spans.push({ from: opener.piece + 1, to: this.pieces.length, format })
        opener.left -= width
        left -= width
      }
      const piece = this.pieces[opener.piece]
      if (piece?.kind === 'text') piece.text = char.repeat(opener.left)
      if (opener.left === 0) this.openers.length = i
    }
    this.lowerBottoms()
    if (left > 0) this.bottoms.set(key, this.openers.length)
    return left
  }

  /** After openers were taken away, no bottom may lie above them. */
  private lowerBottoms(): void {
    for (const [key, bottom] of this.bottoms) {
      if (bottom > this.openers.length) this.bottoms.set(key, this.openers.length)
    }
  }

  private link(): boolean {
    this.brackets ??= bracketPairs(this.source)
    const close = this.brackets[this.at] as number
    if (close < 0) return false
    TARGET.lastIndex = close + 1
    const target = TARGET.exec(this.source)
    const url = target ? safeHref(target[1]) : null
    if (!target || url === null) return false
    const label = this.source.slice(this.at + 1, close)
    const pieces = new Scanner(label, false).run()
    this.push({ kind: 'link', url, pieces: label.trim() === '' ? [words(url)] : pieces })
    this.at = TARGET.lastIndex
    return true
  }

  private angled(): boolean {
    ANGLED.lastIndex = this.at
    const found = ANGLED.exec(this.source)
    const url = found ? safeHref(found[1]) : null
    if (!found || url === null) return false
    this.push({ kind: 'link', url, pieces: [words((found[1] as string).replace(/^mailto:/, ''))] })
    this.at = ANGLED.lastIndex
    return true
  }

  private bare(): boolean {
    if (this.at > 0 && WORD.test(lastChar(this.source, this.at))) return false
    BARE_URL.lastIndex = this.at
    const found = BARE_URL.exec(this.source)?.[0]
    if (!found) return false
    const shown = withoutTrailingPunctuation(found)
    const url = safeHref(shown)
    if (url === null) return false
    this.push({ kind: 'link', url, pieces: [words(shown)] })
    this.at += shown.length
    return true
  }

  private runLength(char: string): number {
    let end = this.at
    while (this.source[end] === char) end++
    return end - this.at
  }

  private flush(): void {
    if (this.plain !== '') this.pieces.push(words(this.plain))
    this.plain = ''
  }

  private push(piece: Piece): void {
    this.flush()
    this.pieces.push(piece)
  }

  /** Applies the emphasised spans, all in one sweep. */
  private dressed(): Piece[] {
    const counts = new Map([BOLD, ITALIC, STRIKE].map((f) => [f, new Int32Array(this.pieces.length + 1)]))
    for (const { from, to, format } of this.spans) {
      const count = counts.get(format) as Int32Array
      count[from] = (count[from] as number) + 1
      count[to] = (count[to] as number) - 1
    }
    const depth = new Map<number, number>()
    this.pieces.forEach((piece, i) => {
      let format = 0
      for (const [bit, count] of counts) {
        const now = (depth.get(bit) ?? 0) + (count[i] as number)
        depth.set(bit, now)
        if (now > 0) format |= bit
      }
      if (piece.kind === 'text') piece.format |= format
      if (piece.kind === 'link') for (const p of piece.pieces) if (p.kind === 'text') p.format |= format
    })
    return this.pieces
  }
}

const words = (value: string): Piece => ({ kind: 'text', text: value, format: 0 })

/** CommonMark § 6.2, rules 9 and 10: keeps `**a*b***` from being read as `<em>` first. */
const ruleOfThree = (opener: Opener, length: number, both: boolean): boolean =>
  !(opener.both || both) ||
  (opener.length + length) % 3 !== 0 ||
  (opener.length % 3 === 0 && length % 3 === 0)

/** The code point that ends just before `at`. */
function lastChar(source: string, at: number): string {
  const unit = source.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? source.slice(at - 2, at) : (source[at - 1] as string)
}

/** A full stop or a bracket after an address belongs to the sentence. */
function withoutTrailingPunctuation(address: string): string {
  let unpaired = address.split(')').length - address.split('(').length
  let end = address.length
  while (end > 0) {
    const last = address[end - 1] as string
    if (last === ')' && unpaired > 0) unpaired--
    else if (!/[.,;:!?'"*_~\]»]/.test(last)) break
    end--
  }
  return address.slice(0, end)
}

/** Positions of runs of backticks by their length, the last one first. */
function tickRuns(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '\\' && PUNCTUATION.test(source[i + 1] ?? '')) {
      i++
      continue
    }
    if (source[i] !== '`') continue
    const start = i
    while (source[i] === '`') i++
    const length = i - start
    const known = runs.get(length)
    if (known) known.push(start)
    else runs.set(length, [start])
    i--
  }
  for (const positions of runs.values()) positions.reverse()
  return runs
}

/** For each `[`, where its `]` stands, or -1. */
function bracketPairs(source: string): Int32Array {
  const pairs = new Int32Array(source.length).fill(-1)
  const open: number[] = []
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (char === '[') open.push(i)
    else if (char === ']') {
      const start = open.pop()
      if (start !== undefined) pairs[start] = i
    }
  }
  return pairs
}

/** Pieces → nodes: neighbours of one format become one, empty ones vanish. */
function merge(pieces: Piece[]): Inline[] {
  const out: Inline[] = []
  for (const piece of pieces) {
    if (piece.kind === 'break') out.push(lineBreak())
    else if (piece.kind === 'link') out.push(link(piece.url, merge(piece.pieces).filter(isPlain)))
    else if (piece.text !== '') {
      const last = out.at(-1)
      if (last?.type === 'text' && last.format === piece.format) last.text += piece.text
      else out.push(text(piece.text, piece.format))
    }
  }
  return out
}

const isPlain = (node: Inline): node is TextNode | ReturnType<typeof lineBreak> => node.type !== 'link'
