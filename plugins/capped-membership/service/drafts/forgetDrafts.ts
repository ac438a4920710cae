import { forgetMails } from '@/collections/mail/service/forgetMails'
import type { App } from '@/hooks'
import { DRAFTS } from '../../contract'
import { type DraftRow, draftOfLink } from './rows'

const BATCH = 100

/** What was neither confirmed nor gone on with in time goes for good, with the address its mails went to. */
export async function forgetDrafts(app: App, cut?: AbortSignal): Promise<void> {
  for (;;) {
    const { docs } = await app.payload.db.find<DraftRow>({
      collection: DRAFTS,
      where: { forgetAt: { less_than_equal: app.clock.now().toISOString() } },
      sort: 'forgetAt',
      limit: BATCH,
      pagination: false,
    })
    for (const { id } of docs) {
      if (cut?.aborted) return
      await forget(app, id)
    }
    if (docs.length < BATCH) return
  }
}

/** Whoever has the link erases what it leads to; nothing happens to what was filed. */
export async function eraseDraft(app: App, token: string): Promise<void> {
  const draft = await draftOfLink(app, token)
  if (draft?.state === 'kept') await forget(app, draft.id)
}

async function forget(app: App, id: string): Promise<void> {
  await forgetMails(app, id)
  await app.payload.db.deleteMany({ collection: DRAFTS, where: { id: { equals: id } } })
}
