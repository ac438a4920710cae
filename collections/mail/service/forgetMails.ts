import { type App, compareAndSet } from '@/hooks'
import { MAILS } from '../contract'

const BATCH = 100

/**
 * A person is erased: what their mails said and where they went is blanked; that they were sent remains.
 * What had not left yet never will.
 */
export async function forgetMails(app: App, person: string): Promise<void> {
  for (;;) {
    const { docs } = await app.payload.db.find({
      collection: MAILS,
      where: { person: { equals: person } },
      sort: 'id',
      limit: BATCH,
      pagination: false,
      select: { state: true, key: true },
    })
    for (const { id, state } of docs as unknown as { id: string; state: string }[]) {
      const blank = {
        to: '—',
        person: null,
        subject: '—',
        html: '',
        text: '',
        attachments: null,
        unsubscribe: null,
        error: null,
      }
      const never = state === 'sent' ? {} : { state: 'failed' }
      await compareAndSet(app, MAILS, { id: { equals: id } }, { ...blank, ...never })
    }
    if (docs.length < BATCH) return
  }
}
