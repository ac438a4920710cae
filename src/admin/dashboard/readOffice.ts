import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App } from '@/hooks'

export type Shortcut = { label: string; href: string }

/** Pages of the office that the asker may open: the entries that modules put into menus. */
export function readOffice(app: App, who: Visitor, lang: Lang): Shortcut[] {
  const entries = app.modules
    .flatMap((module) => module.menu ?? [])
    .filter((entry) => entry.href.startsWith('/bureau') && (!entry.access || entry.access(who)))
    .sort((a, b) => a.order - b.order)
  return entries.map((entry) => ({ label: entry.label[lang], href: entry.href }))
}
