import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { DRAFTS, type DraftPurpose } from '../../contract'
import { draftOfToken } from './token'

export type DraftRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  email: string
  lang: Lang
  purpose: DraftPurpose
  state: 'kept' | 'filed'
  name?: string | null
  phone?: string | null
  activity?: string | null
  skills?: string | null
  motives?: string | null
  charter?: boolean | null
  privacy?: boolean | null
  sendings: number
  sentAt: string
  forgetAt: string
}

const one = async (app: App, field: 'id' | 'key', value: string): Promise<DraftRow | null> =>
  (await app.payload.db.findOne<DraftRow>({ collection: DRAFTS, where: { [field]: { equals: value } } })) ??
  null

export const findDraft = (app: App, id: string) => one(app, 'id', id)
export const findDraftByKey = (app: App, key: string) => one(app, 'key', key)

/** The draft a link leads to, as long as it is kept; a filed one says so until it is forgotten. */
export async function draftOfLink(app: App, token: string): Promise<DraftRow | null> {
  const id = draftOfToken(token, app.payload.secret)
  const draft = id ? await findDraft(app, id) : null
  return draft && new Date(draft.forgetAt) > app.clock.now() ? draft : null
}

/** What is kept at an address, the latest first. */
export async function draftsAt(app: App, email: string): Promise<DraftRow[]> {
  const { docs } = await app.payload.db.find<DraftRow>({
    collection: DRAFTS,
    where: { and: [{ email: { equals: email } }, { state: { equals: 'kept' } }] },
    sort: '-id',
    limit: 20,
    pagination: false,
  })
  return docs
}
