import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import type { App } from '@/hooks'
import type { ExchangeFact } from '../contract'
import { readExchange } from '../store/exchanges'

/** A fact of an exchange as its listener receives it. */
type Event = { key: string; data: ExchangeFact }

/**
 * Writes to one side of an exchange about what the other did. One mail an event and person, however often
 * the event is delivered. People who have left get none.
 */
export async function tell(
  app: App,
  event: Event,
  template: string,
  sides: readonly ('requester' | 'helper')[],
): Promise<void> {
  const row = await readExchange(app, event.data.exchange)
  if (!row) return
  const contacts = await readContacts(app, [row.requester, row.helper])
  for (const side of sides) {
    const to = contacts.get(row[side])
    const other = contacts.get(side === 'helper' ? row.requester : row.helper)
    if (!to?.email || to.standing === 'erased' || to.standing === 'left') continue
    await queueMail(app, {
      key: `${event.key}:${side}`,
      to: to.email,
      person: to.id,
      lang: to.lang,
      template: `exchanges.${template}`,
      data: {
        name: to.name,
        other: other?.name ?? '',
        title: row.title,
        amount: row.amount,
        url: `${app.settings.publicUrl}/entraide/${row.id}`,
      },
    })
  }
}
