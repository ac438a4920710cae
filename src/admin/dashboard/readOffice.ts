import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import { type App, officeOf } from '@/hooks'

export type Shortcut = { label: string; href: string }

/** Pages of the office that the asker may open: the entries that modules put into menus. */
export const readOffice = (app: App, who: Visitor, lang: Lang): Shortcut[] =>
  officeOf(app, who).map((entry) => ({ label: entry.label[lang], href: entry.href }))
