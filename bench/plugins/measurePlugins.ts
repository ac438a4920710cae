import { startChild } from '../asks'
import { SECRET } from '../http/serve'
import type { Figures } from '../ledger/measure'

/** What plugins cost: the same work with none, one and ten of them. */
export type PluginLine = { readonly what: string; readonly plugins: number; readonly figures: Figures }

export async function measurePlugins(options: {
  readonly program: string
  readonly root: string
  readonly uri: string
  readonly ms: number
}): Promise<PluginLine[]> {
  const { program, root, uri, ms } = options
  const child = startChild(program, {
    cwd: root,
    env: { DATABASE_URI: uri, PAYLOAD_SECRET: SECRET, LOG_LEVEL: 'warn' },
  })
  try {
    const lines = await child.ask<PluginLine[]>('measure', { ms })
    await child.ask('close')
    return lines
  } finally {
    await child.stop()
  }
}
