import { createMember, grantRole } from '@/collections/members/service'
import { openSignIn } from '@/collections/members/service/signIn'
import { readSignIn } from '@/collections/members/store/readSignIn'
import { hashToken } from '@/collections/members/store/token'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import type { Browser, TestServer } from '../support/http'

export const GOOD_PASSWORD = 'sept lampes sur le quai'

export type Made = { id: string; email: string; name: string }

/** A person of a test's own, with a standing and grants. */
export async function makePerson(
  app: App,
  {
    standing = 'active',
    grants = [],
    name = 'Camille Essai',
  }: { standing?: Standing; grants?: RoleGrant[]; name?: string } = {},
): Promise<Made> {
  const email = `p-${newId()}@test.example`
  const { id } = unwrap(await createMember(app, { email, name, password: GOOD_PASSWORD, standing }))
  for (const grant of grants) unwrap(await grantRole(app, { person: id, grant, actor: 'test' }))
  return { id, email, name }
}

/** The person as a request would read it, signed in. */
export async function asVisitor(app: App, id: string): Promise<{ person: Person; token: string }> {
  const { token } = unwrap(await openSignIn(app, id, 'test'))
  const live = await readSignIn(app.payload, hashToken(token), app.clock.now())
  if (!live) throw new Error('the sign-in just opened is not there')
  return { person: live.person, token }
}

export type Asker = { id: string; person: Person; browser: Browser }

/** Somebody of a test's own who asks a server, signed in. */
export async function asker(
  app: App,
  server: TestServer,
  standing: Standing,
  grants: RoleGrant[],
  name?: string,
): Promise<Asker> {
  const { id } = await makePerson(app, { standing, grants, ...(name ? { name } : {}) })
  const { person, token } = await asVisitor(app, id)
  return { id, person, browser: server.as(token) }
}
