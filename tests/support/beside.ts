import { systemClock } from '@/core/clock'
import { type Module, setApp, withBlocks } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime/createApp'
import { modules } from '@/src/modules'
import { bootApp } from './app'

/**
 * A program of a test's own on the database of the common one, with further modules: the running one until `leave`.
 * They may bring no collections, as the schema is fixed.
 */
export async function bootBeside(more: Module[]): Promise<{ app: RunningApp; leave: () => void }> {
  const { app: common } = await bootApp()
  const { payload, log, settings } = common
  const all = [...modules, ...more]
  const app = createApp({ payload, clock: systemClock, log, settings, modules: all })
  const before = payload.config.custom
  payload.config.custom = { ...before, ...withBlocks(all) }
  setApp(app)
  await app.plugins.load()
  return {
    app,
    leave: () => {
      payload.config.custom = before
      setApp(common)
    },
  }
}
