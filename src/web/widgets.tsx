import type { ReactNode } from 'react'
import type { TodoItem, Widget, WidgetContext, WidgetPlace } from '@/hooks'
import { renderApart } from '@/ui/renderApart'

/** A page does not wait longer for one of its blocks. */
const TIMEOUT_MS = 5_000

export type RenderedWidget = { key: string; module: string; html: string }
type Rendered = {
  widgets: RenderedWidget[]
  /** For the reply of a page (`page({ cache })`): the topics of all; false when it must not be kept. */
  cache: readonly string[] | false
}

/** The widgets of a place, in order, each rendered by itself: one that fails is left out, and the page stands. */
export async function renderWidgets(ctx: WidgetContext, place: WidgetPlace): Promise<Rendered> {
  const found = ctx.app.modules.flatMap((m) =>
    (m.widgets ?? [])
      .filter((w) => w.place === place)
      .map((widget, i) => ({ key: `${m.id}-${place}-${i}`, module: m.id, widget })),
  )
  found.sort((a, b) => a.widget.order - b.widget.order)
  const rendered = await Promise.all(
    found.map(async ({ key, module, widget }) => ({
      key,
      module,
      html: await render(ctx, key, module, widget),
    })),
  )
  const topics = found.map(({ widget }) => widget.topics ?? false)
  const kept = rendered.every(({ html }) => html !== null) && !topics.includes(false)
  return {
    widgets: rendered.filter((r): r is RenderedWidget => Boolean(r.html)),
    cache: kept && topics.flatMap((t) => t || []),
  }
}

/** The same, for a page of ours. */
export async function widgetsOf(
  ctx: WidgetContext,
  place: WidgetPlace,
): Promise<{ views: ReactNode[]; cache: Rendered['cache'] }> {
  const { widgets, cache } = await renderWidgets(ctx, place)
  const views = widgets.map(({ key, html }) => (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React just above
    <div key={key} dangerouslySetInnerHTML={{ __html: html }} />
  ))
  return { views, cache }
}

/** Null where it failed. */
const render = (
  ctx: WidgetContext,
  key: string,
  module: string,
  { place, load }: Widget,
): Promise<string | null> =>
  ctx.app.attempt<string, null>({
    module,
    kind: 'widget',
    name: place,
    timeoutMs: TIMEOUT_MS,
    run: async () =>
      renderApart(await load(ctx), key, {
        lang: ctx.lang,
        now: ctx.now,
        zone: ctx.app.settings.timeZone,
      }),
    otherwise: () => null,
  })

/** A list that a module brings to a page: empty where it fails. */
export const listed = <T,>(
  { app }: WidgetContext,
  module: string,
  name: string,
  run: () => Promise<T[]>,
): Promise<T[]> =>
  app.attempt({ module, kind: 'widget', name, timeoutMs: TIMEOUT_MS, run, otherwise: (): T[] => [] })

/** What awaits staff, from every module that has something to say. */
export async function readWork(ctx: WidgetContext): Promise<TodoItem[]> {
  const lists = ctx.app.modules.map(({ id, todo: load }) =>
    load ? listed(ctx, id, 'todo', () => load(ctx.app, ctx.who, ctx.lang)) : [],
  )
  return (await Promise.all(lists)).flat().filter((item) => item.count > 0)
}
