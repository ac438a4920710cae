import type { CivilDate } from '@/core/dates'
import type { App } from '@/hooks'
import { RENEWAL_ROUNDS, RENEWALS, type RenewalState } from '../../contract'
import { renewalKey } from '../../domain/keys'
import { many } from '../rows'

/** One member's answer to the offer of a season. Read past Payload's access: callers have checked their own rule. */
export type RenewalRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  person: string
  name?: string | null
  season: string
  state: RenewalState
  askedAt?: string | null
}

export const findRenewal = (app: App, person: string, season: string): Promise<RenewalRow | null> =>
  app.payload.db.findOne<RenewalRow>({
    collection: RENEWALS,
    where: { key: { equals: renewalKey(person, season) } },
  })

export const findRenewalById = (app: App, id: string): Promise<RenewalRow | null> =>
  app.payload.db.findOne<RenewalRow>({ collection: RENEWALS, where: { id: { equals: id } } })

export const renewalsOf = (app: App, person: string) =>
  many<RenewalRow>(app, RENEWALS, { person: { equals: person } }, { sort: '-id', limit: 50 })

export type RoundRow = { id: string; season: string; until: CivilDate }

/** Until when the seats of a season have been kept for members; null when they have not yet. */
export const findRound = (app: App, season: string): Promise<RoundRow | null> =>
  app.payload.db.findOne<RoundRow>({ collection: RENEWAL_ROUNDS, where: { season: { equals: season } } })
