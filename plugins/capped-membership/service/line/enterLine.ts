import { queueMail } from '@/collections/mail/service/queueMail'
import { newId } from '@/core/ids'
import { type App, decide, insertDeciding } from '@/hooks'
import { WAITING } from '../../contract'
import { lineKey } from '../../domain/keys'
import { PRIORITY } from '../../domain/line'
import { type ApplicationRow, findApplication } from '../rows'
import { inviteWaiting } from './inviteWaiting'
import { findLineOf, type LineRow } from './rows'

/**
 * What follows from a file on the waiting list: its person's row in the line, since the instant the file says; the mail;
 * and a look at the seats, as one may have been freed before the row stood. Run again it does nothing new.
 */
export async function enterLine(app: App, application: string): Promise<void> {
  const file = await findApplication(app, application)
  if (file?.state !== 'waiting' || !file.person || !file.waitingAt) return
  await standInLine(app, { ...file, person: file.person, waitingAt: file.waitingAt })
  await queueMail(app, {
    key: `membership.waitlisted:${file.id}:${file.waitingAt}`,
    to: file.email,
    person: file.person,
    lang: file.lang,
    template: 'membership.waitlisted',
    data: {
      name: file.name,
      why: file.waitingWhy ?? 'accepted',
      url: `${app.settings.publicUrl}/ma-candidature`,
    },
  })
  await inviteWaiting(app, file.season)
}

async function standInLine(
  app: App,
  file: ApplicationRow & { person: string; waitingAt: string },
): Promise<void> {
  const { season, person } = file
  const place = {
    application: file.id,
    name: file.name,
    state: 'waiting' as const,
    since: file.waitingAt,
    priority: file.waitingWhy === 'unseated' ? PRIORITY.unseated : PRIORITY.none,
    why: file.waitingWhy ?? 'accepted',
    reason: null,
    by: null,
    until: null,
  }
  const key = lineKey(season, person)
  if (await insertDeciding(app, WAITING, { id: newId(), key, season, person, ...place }, [])) return
  for (;;) {
    const row = await findLineOf(app, season, person)
    // Stands there already for this very wait; perhaps further on, or with a priority given since.
    if (!row || sameWait(row, file)) return
    if (await decide(app, WAITING, row, place, [])) return
  }
}

/** Is this row about the wait that the file speaks of, and not one before it? */
export const sameWait = (row: LineRow, file: { id: string; waitingAt?: string | null }): boolean =>
  row.application === file.id &&
  Boolean(file.waitingAt) &&
  new Date(row.since).getTime() === new Date(file.waitingAt as string).getTime()
