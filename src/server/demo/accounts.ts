import type { Bilingual } from '@/core/lang'
import { emailOf, everybody } from './people'

export type DemoAccount = { role: Bilingual; email: string; password: string }

/** Four words without an accent: long enough for our own rule, and typed on any keyboard. */
export const DEMO_PASSWORD = 'quatre pins sous la lune'

const roles: readonly (Bilingual & { key: string })[] = [
  { key: 'bureau', fr: 'Administration', en: 'Administrator' },
  { key: 'accueil', fr: 'Permanence', en: 'Staff' },
  { key: 'nadege', fr: 'Coordination d’une loge', en: 'Coordinator of a loge' },
  { key: 'maelle', fr: 'Adhérente, sollicitée', en: 'Member, awaited by others' },
  { key: 'ombeline', fr: 'Adhérente, toute nouvelle', en: 'Member, just joined' },
  { key: 'candidate', fr: 'Candidate', en: 'Applicant' },
]

/** Those worth trying, as the start prints them. Everybody else of the demo has the same password. */
export const demoAccounts = (): DemoAccount[] =>
  roles.map(({ key, fr, en }) => {
    const person = everybody.find((p) => p.key === key)
    if (!person) throw new Error(`demo: nobody is called ${key}`)
    return { role: { fr, en }, email: emailOf(person), password: DEMO_PASSWORD }
  })
