import type Stripe from 'stripe'
import { SECOND } from '@/core/clock'
import type { App } from '@/hooks'

type Settings = NonNullable<App['settings']['stripe']>
const clients = new Map<string, Promise<Stripe>>()

/** Stripe, as the settings say; null without a key. The library is loaded at its first use. */
export function stripeOf(app: App): Promise<Stripe> | null {
  const { stripe } = app.settings
  return stripe ? clientOf(stripe) : null
}

function clientOf({ secretKey, apiBase }: Settings): Promise<Stripe> {
  const key = `${apiBase ?? ''} ${secretKey}`
  let made = clients.get(key)
  if (!made) {
    made = make(secretKey, apiBase)
    clients.set(key, made)
  }
  return made
}

async function make(secretKey: string, apiBase: string | undefined): Promise<Stripe> {
  const { default: Client } = await import('stripe')
  return new Client(secretKey, {
    // A retry bears the same idempotency key, so that it is the same request.
    maxNetworkRetries: 2,
    timeout: 15 * SECOND,
    telemetry: false,
    appInfo: { name: 'Compagnon' },
    ...(apiBase ? elsewhere(new URL(apiBase)) : {}),
  })
}

const elsewhere = ({ protocol, hostname, port }: URL) => ({
  protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  host: hostname,
  ...(port ? { port } : {}),
})

/** What Stripe answered to a request it did not take; null for anything else (a bug of ours). */
export function problemOf(error: unknown): { type: string; code: string } | null {
  if (!(error instanceof Error) || !('type' in error)) return null
  const { type, code } = error as Error & { type: unknown; code?: unknown }
  return String(type).startsWith('Stripe') ? { type: String(type), code: String(code ?? '') } : null
}
