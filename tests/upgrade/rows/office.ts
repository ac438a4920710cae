import { runTasks } from '@/collections/tasks/service/runTasks'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, runJob, turnOff, turnOn } from '@/hooks/runtime/index'
import { at } from '@/plugins/capped-membership/tests/support'
import { contactSilent } from '@/plugins/follow-up/service/contactSilent'
import { writeNote } from '@/plugins/follow-up/service/writeNote'
import { audiencesFor } from '@/plugins/letters/service/audiences'
import { chooseNews } from '@/plugins/letters/service/choices'
import { writeLetter } from '@/plugins/letters/service/saveLetter'
import { sendLetter } from '@/plugins/letters/service/sendLetter'
import type { People } from './people'

/** What staff leaves behind: calls, settings, a plugin turned off and on, a fault, a job that ran, a preference. */
export async function makeOffice(app: App, { ada, bea, staff: by }: People): Promise<void> {
  unwrap(
    await writeNote(app, { by, person: ada.id, channel: 'phone', said: 'Elle va bien.', formKey: newId() }),
  )
  unwrap(await contactSilent(at(app, Date.now() + 400 * DAY), { people: [bea.id], by }))
  await writesToMany(app, by)
  await chooseNews(app, bea.id, false)

  const { payload } = app
  await payload.updateGlobal({ slug: 'capped-membership-settings', data: { holdDays: 9 } })
  await payload.updateGlobal({ slug: 'payments-settings', data: { issuer: 'Compagnon, Apt' } as never })
  await payload.updateGlobal({ slug: 'member-card-settings', data: { association: 'Compagnon' } as never })
  await payload.updateGlobal({ slug: 'follow-up-settings', data: { silentDays: 60 } as never })

  unwrap(await turnOff(app, { plugin: 'follow-up', by: by.id }))
  unwrap(await turnOn(app, { plugin: 'follow-up', by: by.id, waiting: 'deliver' }))
  await app.attempt({
    module: 'follow-up',
    kind: 'widget',
    name: 'staff',
    run: () => Promise.reject(new Error('the telephone is off the hook')),
    otherwise: () => undefined,
  })
  await runJob(app, 'ts.repair-projection')
  await payload.db.create({
    collection: 'payload-preferences',
    data: {
      key: 'posts-list',
      value: { columns: ['title', null] },
      user: { relationTo: 'members', value: by.id },
    },
  })
  await drain(app)
}

/** A letter to the first of those one may write to who are somebody. */
async function writesToMany(app: App, by: People['staff']): Promise<void> {
  const words = {
    kind: 'news',
    subject: 'Les nouvelles',
    text: 'Le local ouvre le lundi.',
    subjectEn: '',
    textEn: '',
  }
  for (const { to } of await audiencesFor(app, by)) {
    const { letter } = unwrap(await writeLetter(app, { ...words, to, by, formKey: newId() }))
    if ((await sendLetter(app, { letter, rev: 1, by })).ok) return void (await runTasks(app))
  }
  throw new Error('there is nobody to write to')
}
