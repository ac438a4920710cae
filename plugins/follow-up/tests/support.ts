import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { asker, makePerson } from '@/tests/factories/people'
import type { TestServer } from '@/tests/support/http'
import { type NoteRow, notesOf } from '../service/rows'
import { writeNote } from '../service/writeNote'

export const APPLICATIONS: RoleGrant[] = [{ role: 'staff', area: 'applications' }]

/** The same program at another hour. */
export const at = (app: App, now: number): App => ({ ...app, clock: { now: () => new Date(now) } })

export const staff = (app: App, server: TestServer) =>
  asker(app, server, 'prospect', APPLICATIONS, 'Permanente Essai')
export const someone = async (app: App) => (await makePerson(app, { name: 'Suivie Essai' })).id

export const note = (
  app: App,
  by: Person,
  person: string,
  more: Partial<Parameters<typeof writeNote>[1]> = {},
) => writeNote(app, { by, person, channel: 'phone', said: 'Elle va bien.', formKey: newId(), ...more })

export async function task(app: App, by: Person, person: string, nextOn: string): Promise<NoteRow> {
  unwrap(await note(app, by, person, { nextOn }))
  const [row] = (await notesOf(app, person, 1)).rows
  if (!row) throw new Error('the note just written is not there')
  return row
}

/** A member last seen so many days ago; never, where null. All is moved back, so that nobody is new. */
export async function member(
  app: App,
  seenDaysAgo: number | null,
  standing: Standing = 'active',
  sinceDays = 400,
) {
  const { id, email } = await makePerson(app, { standing, name: 'Silencieuse Essai' })
  const then = (days: number) => new Date(Date.now() - days * DAY).toISOString()
  await compareAndSet(app, 'standings', { person: { equals: id } }, { since: then(sinceDays) })
  const seen = seenDaysAgo === null ? [] : [seenDaysAgo, seenDaysAgo + 100]
  for (const days of seen)
    await insertOnce(app, 'sign-ins', {
      tokenHash: newId(),
      person: id,
      device: 'test',
      startedAt: then(days),
      lastSeenAt: then(days),
      expiresAt: then(days - 30),
    })
  return { id, email }
}
