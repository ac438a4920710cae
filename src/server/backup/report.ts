import { formatNumber, type Lang } from '@/core/lang'
import type { Output } from '../commands/run'
import type { Checked } from './archive/check'
import type { Manifest } from './archive/manifest'
import type { BackupReport } from './backup'
import type { Step, Told } from './progress'
import type { RestoreReport } from './restore'
import { megabytes, texts } from './texts'

/** Tells whoever runs a backup or a restore how it goes and how it ended. */
export function reporter(lang: Lang, say: Output) {
  const t = texts(lang)
  const number = (n: number) => formatNumber(n, lang)
  const size = (bytes: number) => megabytes(bytes, lang)
  const progress = new Progress(say, (step) => {
    if (step.step === 'rows') return { what: step.section, line: `${step.section}  ${t.rows(step.rows)}` }
    if (step.step === 'media')
      return { what: 'media', line: `${t.step.media}  ${t.files(step.files)}, ${size(step.bytes)}` }
    return { what: step.step, line: t.step[step.step] }
  })

  const about = (manifest: Manifest, bytes: number) => {
    const rows = Object.values(manifest.rows).reduce((sum, n) => sum + n, 0)
    say.out(t.about(manifest.at, manifest.program, manifest.database))
    say.out(t.holds(t.rows(rows), t.files(manifest.media.files), size(bytes)))
    say.out(manifest.seal ? t.seal(number(manifest.seal.seq), manifest.seal.hash) : t.noSeal)
    if (manifest.missing.length === 0) return
    say.out(t.missing(number(manifest.missing.length)))
    for (const name of manifest.missing.slice(0, 20)) say.out(t.note(name))
  }

  return {
    told: progress.told,
    end: () => progress.end(),
    made({ file, bytes, sum, manifest, rotated }: BackupReport): void {
      say.out(t.made(file, size(bytes)))
      about(manifest, bytes)
      say.out(t.sum(sum))
      if (rotated.length > 0) say.out(t.rotated(rotated.join(', ')))
    },
    checked(file: string, { manifest, bytes, sum }: Checked): void {
      say.out(t.isWhole(file))
      about(manifest, bytes)
      say.out(t.sum(sum))
    },
    /** False when something is not as it should be. */
    restored({ copy, comparison, audit, dangling }: RestoreReport): boolean {
      if (copy) say.out(t.copied(copy))
      if (dangling > 0) say.out(t.dangling(number(dangling)))
      for (const { section, row, what } of comparison.differences)
        say.out(t.finding(`${section} ${row}: ${t.differences[what]}`))
      if (!audit) {
        say.out(t.notEqual)
        return false
      }
      say.out(t.equal(number(comparison.rows)))
      for (const finding of audit.findings) say.out(t.finding(finding))
      for (const finding of audit.underWay) say.out(t.note(finding))
      if (audit.waiting > 0) say.out(t.under(number(audit.waiting)))
      if (audit.findings.length > 0) {
        say.out(t.foundInSource)
        return false
      }
      say.out(t.ledger(number(audit.ledger.rows), number(audit.ledger.seals)))
      say.out(t.seats)
      say.out(t.restored)
      return true
    },
  }
}

/** One line a section: the last thing said of it. On a terminal it is written over as it grows. */
class Progress {
  #what: string | undefined
  #line = ''

  constructor(
    private readonly say: Output,
    private readonly describe: (step: Step) => { what: string; line: string },
  ) {}

  readonly told: Told = (step) => {
    const { what, line } = this.describe(step)
    if (what !== this.#what) this.end()
    this.#what = what
    this.#line = line
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K  ${line}`)
  }

  end(): void {
    if (this.#what === undefined) return
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    this.say.err(`  ${this.#line}`)
    this.#what = undefined
  }
}
