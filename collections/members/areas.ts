import type { Bilingual, Lang } from '@/core/lang'
import { type PluginArea, STAFF_AREAS, type StaffArea } from '@/core/person'
import { type App, appIfRunning, isPlugin } from '@/hooks'
import { houseAreas } from './i18n/areas'

/** An area that staff may be granted. `off`: its plugin is off, and it opens nothing until it is on again. */
export type StaffAreaOption = { value: StaffArea; label: Bilingual; off: boolean }

/** Every area there is: those of the house, then the permissions of all plugins installed. */
export const staffAreas = (app: Pick<App, 'installed' | 'isOn'>): StaffAreaOption[] => [
  ...STAFF_AREAS.map((value) => ({ value, label: houseAreas[value], off: false })),
  ...app.installed.filter(isPlugin).flatMap((plugin) =>
    (plugin.permissions ?? []).map(({ id, label }) => ({
      value: `${plugin.id}:${id}` satisfies PluginArea,
      label,
      off: !app.isOn(plugin.id),
    })),
  ),
]

/** Does this area open anything now? Those of a plugin that is off or gone open nothing, not even the door of staff. */
export function opens(area: StaffArea): boolean {
  if ((STAFF_AREAS as readonly string[]).includes(area)) return true
  const app = appIfRunning()
  return app !== null && staffAreas(app).some(({ value, off }) => value === area && !off)
}

/** An area in words; one whose plugin is gone, as it was written. */
export const areaName = (area: StaffArea, lang: Lang): string => areaWords()[area]?.[lang] ?? area

/** Codes of areas and their words, those of plugins as the running program knows them. */
export function areaWords(): Readonly<Record<string, Bilingual>> {
  const app = appIfRunning()
  return app ? Object.fromEntries(staffAreas(app).map(({ value, label }) => [value, label])) : houseAreas
}
