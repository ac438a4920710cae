import { isLang } from '@/core/lang'
import type { Person } from '@/core/person'
import type { App } from '@/hooks'
import { opens } from '../areas'
import { type GrantRow, grantsAt } from '../domain/grants'
import { standingAt } from '../domain/standing'
import { findStanding } from './changeStanding'
import { findProfile } from './readPeople'

/**
 * A person with all that gives rights, as it stands now, without a sign-in: for what goes on in somebody's name when they
 * are not asking, so that it ends when their right does.
 */
export async function readPerson(app: App, id: string): Promise<Person | null> {
  const [member, profile, standing, grants] = await Promise.all([
    app.payload.db.findOne<{ id: string; email: string; lang: string }>({
      collection: 'members',
      where: { id: { equals: id } },
    }),
    findProfile(app, id),
    findStanding(app, id),
    app.payload.db.find<GrantRow & { id: string }>({
      collection: 'role-grants',
      where: { person: { equals: id } },
      limit: 0,
      pagination: false,
    }),
  ])
  if (!member || !profile || !standing) return null
  const now = app.clock.now()
  return {
    id,
    email: member.email,
    name: String(profile.name ?? ''),
    lang: isLang(member.lang) ? member.lang : 'fr',
    standing: standingAt(standing, now),
    grants: grantsAt(grants.docs, now).filter((g) => g.role !== 'staff' || opens(g.area)),
  }
}
