import { queueMail } from '@/collections/mail/service/queueMail'
import { formatDate } from '@/core/dates'
import type { App } from '@/hooks'
import { draftPath } from '../links'
import { findDraft } from './rows'
import { tokenOf } from './token'

/** The link of a draft goes to the address it was written under; each sending is one mail. */
export async function sendLink(app: App, id: string, sending: number): Promise<void> {
  const draft = await findDraft(app, id)
  if (draft?.state !== 'kept') return
  const zone = app.settings.timeZone
  await queueMail(app, {
    key: `application-draft:${draft.id}:${sending}`,
    to: draft.email,
    // Nobody of ours yet: by this the mail is blanked when the draft is forgotten.
    person: draft.id,
    lang: draft.lang,
    template: `membership.${draft.purpose}`,
    data: {
      name: draft.name ?? '',
      link: `${app.settings.publicUrl}${draftPath(draft.purpose, tokenOf(draft.id, app.payload.secret))}`,
      until: formatDate(draft.forgetAt, draft.lang, zone),
    },
  })
}
