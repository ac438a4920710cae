import { randomBytes } from 'node:crypto'
import { newId } from '@/core/ids'
import type { Lang } from '@/core/lang'
import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey, slugify, sortKey } from '@/core/text'
import { type App, fact, insertDeciding, insertOnce, isDuplicate } from '@/hooks'
import { passwordRefusal } from '../domain/password'

export type NewMember = {
  /** Decided already by a row that names it; absent: a new one. */
  id?: string
  email: string
  name: string
  lang?: Lang
  /** Absent: nobody knows it until the person sets one by the link of "forgotten password". */
  password?: string
  standing?: Standing
  /** Shown on the profile; the person edits them later. */
  profile?: { headline?: string; presentation?: string; skills?: string; town?: string }
}

/**
 * Makes a person: standing and profile first, then the member row, whose unique e-mail decides. A crash before it
 * leaves two rows nobody can reach. Refusals: `member.email-taken`, `password.*`.
 */
export async function createMember(app: App, input: NewMember): Promise<Result<{ id: string }>> {
  const email = input.email.trim().toLowerCase()
  if (input.password !== undefined) {
    const weak = passwordRefusal(input.password, [email.split('@')[0] ?? '', input.name])
    if (weak) return refuse(weak)
  }
  const id = input.id ?? newId()
  const standing = input.standing ?? 'prospect'
  const since = app.clock.now().toISOString()
  const listed = standing === 'active' || standing === 'grace'
  await insertDeciding(
    app,
    'standings',
    { person: id, standing, since, reason: 'created', actor: 'system' },
    [fact(app, 'member.created', id, { person: id })],
  )
  await insertOnce(app, 'profiles', {
    person: id,
    name: input.name.trim(),
    slug: `${slugify(input.name, 50)}-${id.slice(-6)}`,
    headline: input.profile?.headline ?? '',
    presentation: input.profile?.presentation ?? '',
    skills: input.profile?.skills ?? '',
    town: input.profile?.town ?? '',
    listed,
    ...(listed ? { arrivedAt: since } : {}),
    searchKey: searchKey(input.name, input.profile?.headline, input.profile?.skills, input.profile?.town),
    sortKey: sortKey(input.name),
  })
  try {
    await app.payload.create({
      collection: 'members',
      // A service that makes people for an applicant or for staff, whose own right was checked by the caller.
      overrideAccess: true,
      depth: 0,
      data: {
        id,
        email,
        lang: input.lang ?? 'fr',
        password: input.password ?? randomBytes(32).toString('base64'),
      },
    })
    return ok({ id })
  } catch (error) {
    if (!isDuplicate(error) && !(await findMember(app, email))) throw error
    await app.payload.db.deleteOne({ collection: 'profiles', where: { person: { equals: id } } })
    await app.payload.db.deleteOne({ collection: 'standings', where: { person: { equals: id } } })
    return refuse('member.email-taken')
  }
}

const findMember = (app: App, email: string) =>
  app.payload.db.findOne({ collection: 'members', where: { email: { equals: email } } })
