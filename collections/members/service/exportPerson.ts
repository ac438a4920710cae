import { type App, exportRows } from '@/hooks'

/** Stands in place of what a module could not tell: whoever asks sees that there is more. */
const UNREADABLE = { error: 'this part could not be read; ask again' }

/** All that every module holds about a person, by module: plain data, no secrets. Plugins that are off too. */
export async function exportPerson(app: App, person: string): Promise<Record<string, unknown>> {
  const parts: [string, unknown][] = []
  for (const { id, exportOf } of app.installed) {
    if (!exportOf) continue
    const part = await app.attempt<unknown>({
      module: id,
      kind: 'route',
      name: 'exportOf',
      run: () => exportOf(app, person),
      otherwise: () => UNREADABLE,
    })
    parts.push([id, part])
  }
  return {
    person,
    association: app.settings.publicUrl,
    madeAt: app.clock.now().toISOString(),
    ...Object.fromEntries(parts),
  }
}

/** What this room holds: never a hash, a salt or a token. */
export async function exportMembership(app: App, person: string): Promise<Record<string, unknown>> {
  const of = { person: { equals: person } }
  const [account] = await exportRows(app, 'members', { id: { equals: person } })
  const { id, email, lang, createdAt, updatedAt } = account ?? {}
  return {
    account: { id, email, lang, createdAt, updatedAt },
    profile: (await exportRows(app, 'profiles', of))[0] ?? null,
    standings: await exportRows(app, 'standings', of),
    grants: await exportRows(app, 'role-grants', of),
    signIns: await exportRows(app, 'sign-ins', of, { secret: ['tokenHash'] }),
    links: await exportRows(app, 'one-time-links', of, { secret: ['tokenHash'] }),
  }
}
