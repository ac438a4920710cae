import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve('.')

/** A copy of the repo as it stands, with the packages linked: to be changed, generated and tested at will. */
export function copyRepo(): { root: string; run: Run; drop: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'compagnon-copy-'))
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  for (const file of listed.split('\0').filter((f) => f && existsSync(join(ROOT, f)))) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    cpSync(join(ROOT, file), join(root, file))
  }
  // One by one, so that a package can be added; what a scope holds is shared.
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name))
  return { root, run: runIn(root), drop: () => rmSync(root, { recursive: true, force: true }) }
}

export type Run = (line: string) => Promise<{ code: number; output: string }>

/** Runs a line of shell in the copy, as somebody at a terminal would: nothing of this test's own is handed on. */
const runIn =
  (root: string): Run =>
  (line) => {
    const { PATH, HOME, TMPDIR } = process.env
    const bin = `${dirname(process.execPath)}:${join(root, 'node_modules/.bin')}`
    // Node's types want an environment to have NODE_ENV; ours must not.
    const env = { PATH: `${bin}:${PATH}`, HOME, TMPDIR, LANG: 'en_GB.UTF-8', CI: '1' } as unknown
    const child = spawn('bash', ['-c', line], { cwd: root, env: env as NodeJS.ProcessEnv })
    child.stdin.end()
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    return new Promise((done) => {
      child.on('close', (code) => done({ code: code ?? 1, output }))
    })
  }
