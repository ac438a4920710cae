import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'

/**
 * What is measured, for whoever listens (src/server/metrics): told over Node's diagnostics channels, which cost
 * nothing while nobody does. Labels are few and known: no ids, no addresses.
 */
export type Measures = {
  /** A request was answered; `route` is the template (`/annuaire/:slug`). */
  request: { method: string; route: string; status: number; ms: number }
  /** A cached page was looked for. */
  'page-cache': { hit: boolean }
  delivery: { listener: string; outcome: 'done' | 'failed' | 'dead'; ms: number }
  job: { job: string; outcome: 'done' | 'failed'; ms: number }
  /** A verb of the ledger answered: `recorded`, or the code of its refusal. */
  ledger: { verb: string; outcome: string; ms: number }
}
export type MeasureName = keyof Measures

const channels = new Map<MeasureName, ReturnType<typeof channel>>()
const channelOf = (name: MeasureName) => {
  const known = channels.get(name) ?? channel(`compagnon:${name}`)
  channels.set(name, known)
  return known
}

/** Tells of one measure. Never throws, never waits. */
export function measure<N extends MeasureName>(name: N, data: Measures[N]): void {
  const told = channelOf(name)
  if (told.hasSubscribers) told.publish(data)
}

/** Hears of each measure of a name; returns how to stop. */
export function onMeasure<N extends MeasureName>(name: N, told: (data: Measures[N]) => void): () => void {
  const listener = (data: unknown) => told(data as Measures[N])
  subscribe(`compagnon:${name}`, listener)
  return () => void unsubscribe(`compagnon:${name}`, listener)
}
