import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { insertMissing } from '@/hooks/runtime/store'
import { APPLICATIONS } from '@/plugins/capped-membership/contract'
import { applicationKey } from '@/plugins/capped-membership/domain/keys'

export type Applicant = { person: string; application: string }

/**
 * People who were interviewed for a season, in a few writes: the story itself costs a password each, and is told
 * elsewhere. Nobody signs in here.
 */
export async function manyApplicants(app: App, season: string, many: number): Promise<Applicant[]> {
  const all = Array.from({ length: many }, () => ({ person: newId(), application: newId() }))
  const now = app.clock.now().toISOString()
  const emailOf = (person: string) => `m-${person}@chaos.example`
  const people = (row: (person: string) => Record<string, unknown>) => all.map(({ person }) => row(person))
  await insertMissing(
    app,
    'standings',
    people((person) => ({ person, standing: 'applicant', since: now, rev: 1, factsPending: 0 })),
    ['since'],
  )
  await insertMissing(
    app,
    'profiles',
    people((person) => ({ person, name: 'Maud Multiple', slug: person, listed: false })),
    [],
  )
  await insertMissing(
    app,
    'members',
    people((person) => ({ id: person, email: emailOf(person), lang: 'fr' })),
    [],
  )
  await insertMissing(
    app,
    APPLICATIONS,
    all.map(({ person, application }) => ({
      id: application,
      key: applicationKey(season, emailOf(person)),
      season,
      state: 'interviewed',
      name: 'Maud Multiple',
      email: emailOf(person),
      person,
      lang: 'fr',
      activity: 'Graphiste',
      skills: 'Mise en page',
      motives: 'Entraide',
      charterAt: now,
      privacyAt: now,
      interviewedAt: now,
      report: 'Bien.',
      rev: 1,
      factsPending: 0,
    })),
    ['charterAt', 'privacyAt', 'interviewedAt'],
  )
  return all
}
