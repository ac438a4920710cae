import { or, staffFor } from '@/core/access'
import { handlesFiles } from '../service/actor'

/** Those who set seasons, in the admin. */
export const managesSeasons = staffFor('settings')

/** Figures of seasons name nobody: whoever sets seasons looks at them, too. */
export const seesSeasons = or(handlesFiles, managesSeasons)

/** This plugin, among modules. */
export const MEMBERSHIP = 'capped-membership'

/** Files of people, in the core. */
export const PEOPLE = '/bureau/personnes'

export const OFFICE = '/bureau/candidatures'
export const fileHref = (id: string): string => `${OFFICE}/${id}`

export const SEASONS_PATH = '/bureau/saisons'
export const seasonHref = (id: string): string => `${SEASONS_PATH}/${id}`

/** Where tables for spreadsheets are asked for; each reads the same terms as the list it belongs to. */
export const EXPORTS = {
  applications: '/bureau/exports/candidatures.csv',
  members: '/bureau/exports/adhesions.csv',
  payments: '/bureau/exports/paiements.csv',
} as const
