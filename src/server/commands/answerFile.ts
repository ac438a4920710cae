import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Lang } from '@/core/lang'

/** What a command prints, on its way into a file. */
export type Answer = {
  readonly ok: true
  keep(line: string): void
  /** Once the command has ended: where it said nothing but why it did not do it, no file pretends to be an answer. */
  end(done: boolean): void
}

/** Opens the file of `--out` before anything is done: what a command answers once would be lost. */
export function answerFile(
  name: string,
  lang: Lang,
): Answer | { readonly ok: false; readonly message: string } {
  const said = lang === 'en' ? '--out cannot be written' : '--out ne peut être écrit'
  if (name === '')
    return { ok: false, message: lang === 'en' ? '--out names a file.' : '--out nomme un fichier.' }
  // npm runs us in its own folder: a path is as its caller meant it.
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), name)
  const isNew = !existsSync(file)
  let handle: number
  try {
    // What is kept may be about a person. What stands in a file already stays until there is an answer.
    handle = openSync(file, isNew ? 'wx' : 'r+', 0o600)
  } catch (error) {
    return { ok: false, message: `${said}${lang === 'en' ? '' : '\u202f'}: ${(error as Error).message}` }
  }
  const lines: string[] = []
  return {
    ok: true,
    keep: (line) => void lines.push(line),
    end(done) {
      const answered = done || lines.length > 0
      if (answered && fstatSync(handle).isFile()) {
        fchmodSync(handle, 0o600)
        ftruncateSync(handle)
      }
      if (answered) writeFileSync(handle, lines.map((line) => `${line}\n`).join(''))
      closeSync(handle)
      if (!answered && isNew) rmSync(file, { force: true })
    },
  }
}
