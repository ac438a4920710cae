import { civilDate } from '@/core/dates'
import type { App } from '@/hooks'
import { currentSeason, phaseOf } from '../domain/season'
import { counterOf, type SeasonCounter } from './readCounter'
import { allSeasons, type SeasonRow } from './rows'

/** What stands, as it was read once, and whatever was made of it (rendered bodies), which lives as long. */
export type Standing = { readonly read: SeasonCounter | null; readonly made: Map<string, unknown> }

type Reading = {
  readonly begun: number
  readonly today: string
  readonly seasons: Promise<SeasonRow[]>
  /** By slug; '' is the season the public sees. */
  readonly standings: Map<string, Promise<Standing>>
}

/** A reading is not believed for longer, in case the word of a change was lost. */
const BELIEVED_MS = 30_000

/**
 * The counter kept in memory for the sites that embed it: read when first asked for, dropped when topic `season`
 * changes, so that a request costs no query. Whoever asks after a change is told what stands after it.
 */
class CounterBoard {
  #reading: Reading | undefined
  readonly #listeners = new Set<() => void>()

  constructor(private readonly app: App) {
    app.onChange((topic) => {
      if (topic !== 'season') return
      this.#reading = undefined
      for (const changed of this.#listeners) changed()
    })
  }

  /** Called after each change, when what stood before is forgotten already; returns how to stop. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** All seasons, as fresh as the counter: for what is shown, not for what decides. */
  seasons(): Promise<SeasonRow[]> {
    return this.#current().seasons
  }

  /** The season the public sees, or one by its slug; `read` is null where there is none to show. */
  async standing(slug = ''): Promise<Standing> {
    const reading = this.#current()
    const known = reading.standings.get(slug)
    if (known) return known
    const seasons = await reading.seasons
    const today = reading.today
    const season = slug
      ? seasons.find((s) => s.slug === slug && phaseOf(s, today) !== 'hidden')
      : currentSeason(seasons, today)
    // Addresses that name no season must not fill the memory: they share one standing.
    const key = season || !slug ? slug : NO_SUCH
    const again = reading.standings.get(key)
    if (again) return again
    const standing = (
      season ? counterOf(this.app, season, phaseOf(season, today)) : Promise.resolve(null)
    ).then((read): Standing => ({ read, made: new Map() }))
    standing.catch(() => this.#forget(reading))
    reading.standings.set(key, standing)
    return standing
  }

  #current(): Reading {
    const { app } = this
    const today = civilDate(app.clock.now(), app.settings.timeZone)
    const kept = this.#reading
    if (kept && kept.today === today && performance.now() - kept.begun < BELIEVED_MS) return kept
    const seasons = allSeasons(app)
    const reading: Reading = { begun: performance.now(), today, seasons, standings: new Map() }
    seasons.catch(() => this.#forget(reading))
    this.#reading = reading
    return reading
  }

  /** A reading that failed is not kept. */
  #forget(reading: Reading): void {
    if (this.#reading === reading) this.#reading = undefined
  }
}

const NO_SUCH = '?'
const boards = new WeakMap<App, CounterBoard>()

/** The one board of a process. */
export function boardOf(app: App): CounterBoard {
  const board = boards.get(app) ?? new CounterBoard(app)
  boards.set(app, board)
  return board
}
