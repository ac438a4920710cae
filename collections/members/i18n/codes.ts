import type { Bilingual } from '@/core/lang'
import { STANDINGS } from '@/core/person'
import { officeTexts } from './office'

/** Codes of rows about people, as staff reads them in the admin. */
type Words = Readonly<Record<string, Bilingual>>

const of = (group: 'standings' | 'roles'): Words => {
  const [fr, en] = [officeTexts('fr')[group], officeTexts('en')[group]] as Readonly<Record<string, string>>[]
  return Object.fromEntries(
    Object.keys(fr ?? {}).map((code) => [code, { fr: fr?.[code] ?? code, en: en?.[code] ?? code }]),
  )
}

export const standingNames = of('standings')
export const roleNames = of('roles')

/** Why a standing is as it is, where the program says so; staff writes its reasons in words. */
export const standingReasons: Words = {
  created: { fr: 'compte ouvert', en: 'account opened' },
  'application.received': { fr: 'candidature reçue', en: 'application received' },
  'application.accepted': { fr: 'candidature acceptée', en: 'application accepted' },
  'application.refused': { fr: 'candidature refusée', en: 'application refused' },
  'membership.confirmed': { fr: 'adhésion confirmée', en: 'membership confirmed' },
  'suspension.lifted': { fr: 'suspension levée', en: 'suspension lifted' },
  'suspension.over': { fr: 'fin de la suspension', en: 'end of the suspension' },
  'season.over': { fr: 'fin de la saison', en: 'end of the season' },
  'administrator.last': {
    fr: 'rendue : plus personne n’administrait',
    en: 'given back: nobody administered any more',
  },
}

/** Why a sign-in ended. */
export const signInEnds: Words = {
  person: { fr: 'fermée par la personne', en: 'ended by the person' },
  password: { fr: 'mot de passe changé', en: 'password changed' },
  ...Object.fromEntries(
    STANDINGS.map((to) => [
      `standing:${to}`,
      {
        fr: `situation devenue : ${standingNames[to]?.fr}`,
        en: `standing became: ${standingNames[to]?.en}`,
      },
    ]),
  ),
}
