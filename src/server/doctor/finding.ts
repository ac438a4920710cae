import type { Lang } from '@/core/lang'
import { withoutSecrets } from '@/hooks'

/** ✓ as it should be, ! to be looked at, ✗ to be mended now. */
export type State = 'ok' | 'warn' | 'fail'
export type Finding = {
  readonly check: string
  readonly state: State
  readonly says: string
  /** What to do about it. */
  readonly mend?: string
}

const MARKS: Record<State, string> = { ok: '✓', warn: '!', fail: '✗' }

/** One sentence in the language of the terminal. */
export type Say = (fr: string, en: string) => string
export const sayIn =
  (lang: Lang): Say =>
  (fr, en) =>
    lang === 'en' ? en : fr

export const linesOf = ({ check, state, says, mend }: Finding): string[] => [
  `${MARKS[state]} ${check.padEnd(14)} ${says}`,
  ...(mend ? [`  ${' '.repeat(14)} → ${mend}`] : []),
]

/** What a monitor is answered: 1 where something is to be mended; warnings count with `strict`. */
export const exitOf = (findings: readonly Finding[], strict: boolean): 0 | 1 =>
  findings.some((f) => f.state === 'fail' || (strict && f.state === 'warn')) ? 1 : 0

/** A check that cannot be made is a finding too; the others go on. */
export async function guarded(
  check: string,
  say: Say,
  make: () => Promise<Finding | readonly Finding[]>,
): Promise<Finding[]> {
  try {
    return [await make()].flat()
  } catch (error) {
    const message = withoutSecrets(error instanceof Error ? error.message : String(error))
    return [
      {
        check,
        state: 'fail',
        says: say(`pas pu être vérifié : ${message}`, `could not be checked: ${message}`),
      },
    ]
  }
}
