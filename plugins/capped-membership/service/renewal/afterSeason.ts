import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import { formatDate } from '@/core/dates'
import type { App } from '@/hooks'
import { renewalOf, renewalPhase } from '../../domain/renewal'
import { lastDayOfGrace } from '../../domain/seasonTurn'
import { membershipsOf } from '../currentMembership'
import { MINE } from '../links'
import { todayOf } from '../readCounter'
import { allSeasons } from '../rows'
import { readRenewalSettings } from './readRenewalSettings'
import { GRACE_OVER, SEASON_OVER } from './settleStandings'

/**
 * Told when a season or the days after it are over for somebody: until when they may enter, and how to stay. The key
 * of the event makes it once; who is a member again by then is not written to.
 */
export async function afterSeason(
  app: App,
  { person, reason }: { person: string; reason: string },
  key: string,
): Promise<void> {
  if (reason !== SEASON_OVER && reason !== GRACE_OVER) return
  const contact = (await readContacts(app, [person])).get(person)
  if (!contact || contact.standing !== (reason === SEASON_OVER ? 'grace' : 'lapsed')) return
  const mail = {
    key: `${reason}:${key}`,
    to: contact.email,
    person,
    lang: contact.lang,
    data: { name: contact.name, url: `${app.settings.publicUrl}${MINE}` },
  }
  if (reason === GRACE_OVER) {
    await queueMail(app, { ...mail, template: 'membership.lapsed' })
    return
  }
  const [seasons, rows, { graceDays }] = await Promise.all([
    allSeasons(app),
    membershipsOf(app, person),
    readRenewalSettings(app),
  ])
  const mine = seasons
    .filter((s) => s.endsOn && rows.some((m) => m.season === s.id && m.state === 'confirmed'))
    .sort((a, b) => String(a.endsOn).localeCompare(String(b.endsOn)))
    .at(-1)
  if (!mine?.endsOn) return
  const today = todayOf(app)
  const next = renewalOf(seasons, mine.id, today)
  const open = next && ['kept', 'open'].includes(renewalPhase(next, today))
  await queueMail(app, {
    ...mail,
    template: 'membership.season-over',
    data: {
      ...mail.data,
      until: formatDate(lastDayOfGrace(mine.endsOn, graceDays), contact.lang),
      renew: open ? 1 : 0,
    },
  })
}
