import type { Lang } from '@/core/lang'

export const nobody = (email: string, lang: Lang): string =>
  lang === 'en' ? `Nobody has an account with ${email}.` : `Personne n’a de compte avec ${email}.`
