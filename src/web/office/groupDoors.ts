import type { Lang } from '@/core/lang'
import { type MenuEntry, OFFICE_GROUPS, type OfficeGroup, type TodoItem } from '@/hooks'
import type { Door } from '@/ui'

type Way = Pick<MenuEntry, 'href' | 'label' | 'group'>
export type Grouped = {
  groups: { group: OfficeGroup; doors: Door[] }[]
  /** What awaits behind none of the doors. */
  elsewhere: Door[]
}

const LAST = OFFICE_GROUPS[OFFICE_GROUPS.length - 1] as OfficeGroup

/** Each page of the office under its heading, with what awaits behind it: at its own address or further in. */
export function groupDoors(ways: readonly Way[], work: readonly TodoItem[], lang: Lang): Grouped {
  const behind = new Map<string, TodoItem[]>()
  const elsewhere: TodoItem[] = []
  for (const item of work) {
    const href = doorOf(ways, item)
    if (href === undefined) elsewhere.push(item)
    else behind.set(href, [...(behind.get(href) ?? []), item])
  }
  const groups = OFFICE_GROUPS.map((group) => ({
    group,
    doors: ways
      .filter((way) => (way.group ?? LAST) === group)
      .map(({ href, label }) => ({
        href,
        label: label[lang],
        awaits: behind.get(href) ?? [],
      })),
  }))
  return { groups: groups.filter(({ doors }) => doors.length > 0), elsewhere }
}

/** The longest address that the item's begins with. */
function doorOf(ways: readonly Way[], { href }: TodoItem): string | undefined {
  const path = href.split(/[?#]/)[0] ?? href
  return ways
    .map((way) => way.href)
    .filter((door) => path === door || path.startsWith(`${door}/`))
    .sort((a, b) => b.length - a.length)[0]
}
