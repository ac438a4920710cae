import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, Module, Plugin, TodoItem } from '@/hooks'

export type Day = {
  items: TodoItem[]
  /** Modules whose list could not be read. */
  unread: string[]
}

/**
 * What awaits staff, from every module that has something to say. The modules are the running program's own
 * (`app.modules`). One that throws does not take the others with it.
 */
export async function readTodo(app: App, who: Visitor, lang: Lang): Promise<Day> {
  const day: Day = { items: [], unread: [] }
  const lists = app.modules.map((module) => {
    const { id, todo } = module
    if (!todo) return []
    return app.attempt({
      module: id,
      kind: 'widget',
      name: 'todo',
      timeoutMs: 5_000,
      run: () => todo(app, who, lang),
      otherwise: () => {
        day.unread.push(nameOf(module, lang))
        return []
      },
    })
  })
  const items = (await Promise.all(lists)).flat().filter((item) => item.count > 0)
  day.items = items.sort((a, b) => Number(isTechnical(a)) - Number(isTechnical(b)))
  return day
}

const nameOf = (module: Module | Plugin, lang: Lang): string =>
  'title' in module ? module.title[lang] : module.id

/** Acts at the office concern people who wait; the rest can wait behind them. */
const isTechnical = (item: TodoItem): boolean => !item.href.startsWith('/bureau')
