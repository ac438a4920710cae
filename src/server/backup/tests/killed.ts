import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { bundleProgram } from '@/tests/support/bundle'

/** Runs tests/child.ts; what it said, and by what it ended. */
export async function childProcesses() {
  const { file, remove } = await bundleProgram('src/server/backup/tests/child.ts')
  const run = (args: string[], env: Record<string, string>) =>
    new Promise<{ said: string; signal: string | null }>((resolve) => {
      const {
        NODE_OPTIONS: _,
        COMPAGNON_PUSH: __,
        PAYLOAD_FORCE_DRIZZLE_PUSH: ___,
        ...inherited
      } = process.env
      const child = spawn(process.execPath, [file, ...args], {
        env: {
          ...inherited,
          NODE_ENV: 'production',
          PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
          LOG_LEVEL: 'fatal',
          // Each begins anew; what it is made of is compiled once.
          NODE_COMPILE_CACHE: join(dirname(file), 'compiled'),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
      child.once('close', (_code, signal) => resolve({ said, signal }))
    })
  return { run, remove }
}
