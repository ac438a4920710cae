import { MAILS } from '@/collections/mail/contract'
import { grantRole } from '@/collections/members/service'
import { newId } from '@/core/ids'
import type { Person, RoleGrant } from '@/core/person'
import { type Result, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { asker, type Made, makePerson } from '@/tests/factories/people'
import type { TestServer } from '@/tests/support/http'
import { findLetter } from '../service/rows'
import { type LetterDraft, writeLetter } from '../service/saveLetter'
import { sendLetter } from '../service/sendLetter'

export const WRITE: RoleGrant[] = [{ role: 'staff', area: 'letters:write' }]
export const BOTH: RoleGrant[] = [...WRITE, { role: 'staff', area: 'applications' }]

export const writer = (app: App, server: TestServer) => asker(app, server, 'prospect', WRITE, 'Odile Ferrand')

/** A loge of its own with so many providers: the simplest people to write to. */
export async function logeOf(app: App, count: number): Promise<{ loge: string; to: string; people: Made[] }> {
  const loge = newId()
  await app.payload.create({
    collection: 'loges',
    data: {
      id: loge,
      name: `Lettre ${loge}`,
      slug: `lettre-${loge}`,
      territory: 'Rennes',
      state: 'active',
    } as never,
  })
  const people: Made[] = []
  for (let i = 0; i < count; i++) {
    const made = await makePerson(app, { name: `Lectrice ${String(i + 1).padStart(3, '0')}` })
    unwrap(await grantRole(app, { person: made.id, grant: { role: 'provider', loge }, actor: 'test' }))
    people.push(made)
  }
  return { loge, to: `loge:${loge}`, people }
}

export const words = { subject: 'La fête', text: 'Venez le 12.\n\nÀ bientôt', subjectEn: '', textEn: '' }
export const draft = async (
  app: App,
  by: Person,
  to: string,
  more: Partial<LetterDraft> = {},
): Promise<string> =>
  unwrap(await writeLetter(app, { ...words, kind: 'news', to, by, formKey: newId(), ...more })).letter
export const send = async (app: App, letter: string, by: Person) =>
  sendLetter(app, { letter, by, rev: (await findLetter(app, letter))?.rev ?? 0 })
export const reason = (result: Result<unknown>) => (result.ok ? null : result.reason)

export type Mail = {
  id: string
  key: string
  to: string
  subject: string
  text: string
  html: string
  bulk?: number
  unsubscribe?: string | null
}
export const mailsOf = async (app: App, letter: string): Promise<Mail[]> =>
  (
    await app.payload.db.find<Mail>({
      collection: MAILS,
      where: { key: { like: `letter:${letter}:` } },
      limit: 0,
      pagination: false,
    })
  ).docs
