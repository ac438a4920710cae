import { createMember, grantRole } from '@/collections/members/service'
import type { Bilingual } from '@/core/lang'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'

export type DemoAccount = { role: Bilingual; email: string; password: string }

/** Believable data to live the story in. Only ever called on an empty database. */
export async function loadDemo(app: App, say: (line: string) => void): Promise<DemoAccount[]> {
  const password = 'une demeure de bois clair'
  const admin = unwrap(
    await createMember(app, {
      email: 'bureau@demo.example',
      name: 'Odile Ferrand',
      password,
      standing: 'active',
    }),
  )
  unwrap(await grantRole(app, { person: admin.id, grant: { role: 'administrator' }, actor: 'system' }))
  say('1 compte')
  return [{ role: { fr: 'Administration', en: 'Administrator' }, email: 'bureau@demo.example', password }]
}
