import { spawn } from 'node:child_process'

/** Runs a program of ours in a process of its own, as in production, until it ends. */
export async function runProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ exit: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [file, ...args], {
    env: productionEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const exit = await new Promise<number | null>((done) => child.once('close', done))
  return { exit, ...said }
}

/** Without what tests set for themselves. */
export function productionEnv(env: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, COMPAGNON_PUSH: __, PAYLOAD_FORCE_DRIZZLE_PUSH: ___, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
    DEMO: 'no',
    LANG: 'en',
    ...env,
  }
}
