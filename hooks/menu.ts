import type { Person, Visitor } from '@/core/person'
import type { App } from './app'
import type { MenuEntry } from './module'
import { saidBy } from './saidBy'

/** A rule that throws opens nothing, and takes no page with it. */
const opens = (app: App, module: string, { access, href }: MenuEntry, who: Visitor): boolean =>
  !access || saidBy(app, { module, kind: 'route', name: `menu ${href}` }, () => access(who), false)

/** The entries of a place that somebody may open, in order. */
export const menuOf = (app: App, who: Visitor, place: MenuEntry['place']): MenuEntry[] =>
  app.modules
    .flatMap((m) => (m.menu ?? []).filter((e) => e.place === place && opens(app, m.id, e, who)))
    .sort((a, b) => a.order - b.order)

/** Where somebody signed in belongs: the extranet's first page, else the first of their own (their application…). */
export const landingOf = (app: App, who: Person): string =>
  (menuOf(app, who, 'extranet')[0] ?? menuOf(app, who, 'account')[0])?.href ?? '/'

/** Staff's page, that leads to all others of the office. */
export const OFFICE_HOME = '/bureau'

export const atOffice = ({ href }: Pick<MenuEntry, 'href'>): boolean =>
  href.startsWith(`${OFFICE_HOME}/`) && href.length > OFFICE_HOME.length + 1

/** The pages of the office that somebody may open, in order. */
export const officeOf = (app: App, who: Visitor): MenuEntry[] => menuOf(app, who, 'account').filter(atOffice)
