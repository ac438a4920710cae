import type { App } from '@/hooks'

export type SeasonSeats = { id: string; name: string; seats: number; taken: number; held: number }

/** The season that the public sees, and its seats; null when there is none, or nobody who counts them. */
export async function readSeason(app: App): Promise<SeasonSeats | null> {
  const found = await app.call('season.current', {})
  if (!found.ok || !found.value) return null
  const { id, name, counter } = found.value
  return { id, name, seats: counter.cap, taken: counter.taken, held: counter.held }
}
