import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding } from '@/collections/members/service'
import type { App } from '@/hooks'
import { MINE } from '../links'
import { type ApplicationRow, findSeason } from '../rows'
import { settleTakenBack } from './settleTakenBack'

/**
 * What is told after a renewal was taken back: who had lapsed and was let in to pay has lapsed again; the mail, with
 * staff's word where staff did it. Who has left, or asks again already, is told nothing.
 */
export async function followTakenBack(app: App, file: ApplicationRow & { person: string }): Promise<void> {
  const stands = await settleTakenBack(app, file)
  if (stands !== 'declined') return
  const { person } = file
  const by = file.decidedBy ?? 'system'
  const change = { person, reason: 'renewal.taken-back', actor: by } as const
  await changeStanding(app, { ...change, to: 'lapsed', from: ['accepted'] })
  const season = await findSeason(app, file.season)
  await queueMail(app, {
    key: `membership.renewal-taken-back:${file.id}`,
    to: file.email,
    person,
    lang: file.lang,
    template: 'membership.renewal-taken-back',
    data: {
      name: file.name,
      season: (file.lang === 'en' ? season?.titleEn : season?.titleFr) ?? '',
      own: by === person ? 1 : 0,
      reason: file.reason ?? '',
      url: `${app.settings.publicUrl}${MINE}`,
    },
  })
}
