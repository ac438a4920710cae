import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a reader of the guide does, in order: writes a file, changes one, types a command. */
export type Step =
  | { do: 'write'; file: string; text: string }
  | { do: 'change'; file: string; diff: string }
  | { do: 'run'; line: string }

/** The steps of a guide: fenced blocks that name a file, and those in `sh`. Others are only looked at. */
export function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(
    ([, lang, file, text = '']): Step[] => {
      if (lang === 'sh')
        return text
          .replaceAll('\\\n', ' ')
          .split('\n')
          .filter(Boolean)
          .map((line) => ({ do: 'run', line }))
      if (!file) return []
      return [lang === 'diff' ? { do: 'change', file, diff: text } : { do: 'write', file, text }]
    },
  )
}

/**
 * A text changed as a diff says: its unmarked lines and those with a minus must stand there, together and once.
 * Throws where they don't, which is how the guide is caught lying.
 */
export function changed(text: string, diff: string): string {
  const said = diff.replace(/\n$/, '').split('\n')
  const side = (mark: string) =>
    said.filter((line) => line[0] === mark || line[0] === ' ').map((line) => line.slice(1))
  const [before, after] = [side('-'), side('+')]
  const lines = text.split('\n')
  const places = lines.flatMap((_, at) => (before.every((line, i) => lines[at + i] === line) ? [at] : []))
  const [place] = places
  if (place === undefined || places.length > 1)
    throw new Error(`stands there ${places.length} times, not once:\n${before.join('\n')}`)
  return lines.toSpliced(place, before.length, ...after).join('\n')
}

/** Writes or changes the file of a step, below a folder. */
export function apply(root: string, step: Exclude<Step, { do: 'run' }>): void {
  const path = join(root, step.file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, step.do === 'write' ? step.text : changed(readFileSync(path, 'utf8'), step.diff))
}
