import type { Lang } from '@/core/lang'
import { type App, type Deciding, many, one } from '@/hooks'
import { DRAFTS, type DraftPurpose } from '../../contract'
import { draftOfToken } from './token'

export type DraftRow = Deciding & {
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

export const findDraft = (app: App, id: string) => one<DraftRow>(app, DRAFTS, { id: { equals: id } })
export const findDraftByKey = (app: App, key: string) => one<DraftRow>(app, DRAFTS, { key: { equals: key } })

/** The draft a link leads to, as long as it is kept; a filed one says so until it is forgotten. */
export async function draftOfLink(app: App, token: string): Promise<DraftRow | null> {
  const id = draftOfToken(token, app.payload.secret)
  const draft = id ? await findDraft(app, id) : null
  return draft && new Date(draft.forgetAt) > app.clock.now() ? draft : null
}

/** What is kept at an address, the latest first. */
export const draftsAt = (app: App, email: string) =>
  many<DraftRow>(
    app,
    DRAFTS,
    { and: [{ email: { equals: email } }, { state: { equals: 'kept' } }] },
    { limit: 20, sort: '-id' },
  )
