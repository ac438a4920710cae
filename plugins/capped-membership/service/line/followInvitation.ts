import { queueMail } from '@/collections/mail/service/queueMail'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { ok, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { lastDayOf } from '../../domain/hold'
import { becomeAccepted } from '../becomeAccepted'
import { changeApplication } from '../changeApplication'
import { readSettings } from '../readSettings'
import { recordFree } from '../recordFree'
import { findApplication, findSeason } from '../rows'
import { sameWait } from './enterLine'
import { findInLine, type LineRow } from './rows'

/**
 * What follows from an invitation: the file awaits its fee again, the standing says accepted, the mail says until when
 * and how to pay; where nothing is due the person joins at once. A file withdrawn meanwhile stays so. Run again it does nothing new.
 */
export async function followInvitation(
  app: App,
  { application, waiting, until }: { application: string; waiting: string; until: string },
  key: string,
): Promise<void> {
  const row = await findInLine(app, waiting)
  if (!row || row.application !== application) return
  await leaveWaiting(app, row)
  if (row.state !== 'invited' || row.until !== until) return
  const file = await findApplication(app, application)
  if (file?.state !== 'accepted' || !file.person) return
  if (!(await becomeAccepted(app, { ...file, person: file.person }))) return
  const [season, { howToPay }] = await Promise.all([findSeason(app, file.season), readSettings(app)])
  if ((file.dueCents ?? season?.feeCents) === 0) return recordFree(app, { ...file, person: file.person })
  const zone = app.settings.timeZone
  await queueMail(app, {
    key: `membership.invited:${file.id}:${key}`,
    to: file.email,
    person: file.person,
    lang: file.lang,
    template: 'membership.invited',
    data: {
      name: file.name,
      amount: formatCents(file.dueCents ?? season?.feeCents ?? 0, file.lang, { short: true }),
      until: formatDate(lastDayOf(new Date(until), zone), file.lang, zone),
      howToPay: howToPay[file.lang],
      url: `${app.settings.publicUrl}/ma-candidature`,
    },
  })
}

/** The file of somebody whose turn has come awaits its fee; a file back in line since (another wait) is left there. */
export async function leaveWaiting(app: App, row: LineRow): Promise<void> {
  if (row.state === 'waiting') return
  await changeApplication(app, row.application, 'seat', async (file) =>
    sameWait(row, file) ? ok({ data: {}, facts: [] }) : refuse('line.changed'),
  )
}
