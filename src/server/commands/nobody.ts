import type { Lang } from '@/core/lang'
import { NotDone } from '@/hooks'

/** What a command about a person ends with where there is no such account. */
export const nobody = (email: string, lang: Lang): NotDone =>
  new NotDone(
    lang === 'en' ? `Nobody has an account with ${email}.` : `Personne n’a de compte avec ${email}.`,
  )
