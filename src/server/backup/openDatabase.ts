import { BasePayload, type Payload, type SanitizedConfig } from 'payload'
import { databaseAdapter } from '../database'
import { kindOf, sqliteOf } from './adapters'

export type Opened = { readonly payload: Payload; close(): Promise<void> }

/**
 * Payload on a database of our choice, without its doors: no hooks at start, no cron. Several may be open at once,
 * each on its own.
 * @param reading leaves MongoDB as it is: no collection and no index is made
 */
export async function openDatabase(uri: string, { reading = false } = {}): Promise<Opened> {
  // The configuration makes an adapter of its own while it loads; ours takes its place before anything connects.
  process.env.DATABASE_URI ??= uri
  const { default: loading } = await import('@payload-config')
  const config = await loading
  const db = (await databaseAdapter(uri, { reading })) as SanitizedConfig['db']
  const payload = await new BasePayload().init({ config: { ...config, db }, disableOnInit: true })
  return {
    payload,
    async close() {
      if (kindOf(payload) === 'sqlite') sqliteOf(payload).client.close()
      await payload.destroy()
    },
  }
}
