import type { CivilDate } from '@/core/dates'
import type { App } from '@/hooks'
import { RENEWAL_ROUNDS, RENEWALS, type RenewalState } from '../../contract'
import { renewalFileKey, renewalKey } from '../../domain/keys'
import { type ApplicationRow, findApplicationByKey, many } from '../rows'

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
  /** 1, or one more for each time it was asked for and taken back; absent in old rows. */
  round?: number | null
  /** Who answered: the member, or staff for them; absent in old rows. */
  by?: string | null
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

/** The round of a renewal, or of its file: 1 where none is written. */
export const roundOf = (row: { round?: number | null }): number => row.round ?? 1

/** The round in which somebody answers now: another one after a departure, which closed the file of the last. */
export const answerRound = (seen: Pick<RenewalRow, 'state' | 'round'>): number =>
  roundOf(seen) + (seen.state === 'left' ? 1 : 0)

/** The key of the file of a renewal as it stands. */
export const fileKeyOf = (row: Pick<RenewalRow, 'person' | 'season' | 'round'>): string =>
  renewalFileKey(row.person, row.season, roundOf(row))

/** The file by which a renewal is paid; none before it was asked for. */
export const findRenewalFile = (app: App, row: RenewalRow): Promise<ApplicationRow | null> =>
  findApplicationByKey(app, fileKeyOf(row))

export type RoundRow = { id: string; season: string; until: CivilDate }

/** Until when the seats of a season have been kept for members; null when they have not yet. */
export const findRound = (app: App, season: string): Promise<RoundRow | null> =>
  app.payload.db.findOne<RoundRow>({ collection: RENEWAL_ROUNDS, where: { season: { equals: season } } })
