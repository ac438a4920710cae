import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Widget, WidgetContext, WidgetPlace } from '@/hooks'
import { UiProvider } from '@/ui'

/** A page does not wait longer for one of its blocks. */
const TIMEOUT_MS = 5_000

export type RenderedWidget = { key: string; module: string; html: string }

/** The widgets of a place, in order, each rendered by itself: one that fails is left out, and the page stands. */
export async function renderWidgets(ctx: WidgetContext, place: WidgetPlace): Promise<RenderedWidget[]> {
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
  return rendered.filter(({ html }) => html !== '')
}

/** The same, for a page of ours. */
export async function widgetsOf(ctx: WidgetContext, place: WidgetPlace): Promise<ReactNode[]> {
  const rendered = await renderWidgets(ctx, place)
  return rendered.map(({ key, html }) => (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React just above
    <div key={key} dangerouslySetInnerHTML={{ __html: html }} />
  ))
}

const render = (ctx: WidgetContext, key: string, module: string, { place, load }: Widget): Promise<string> =>
  ctx.app.attempt({
    module,
    kind: 'widget',
    name: place,
    timeoutMs: TIMEOUT_MS,
    run: async () => {
      const node = await load(ctx)
      // What a component throws is thrown here, not while the page is put together.
      return node === null || node === undefined || node === false
        ? ''
        : renderToStaticMarkup(
            <UiProvider lang={ctx.lang} now={ctx.now} zone={ctx.app.settings.timeZone}>
              {node}
            </UiProvider>,
            { identifierPrefix: `${key}-` },
          )
    },
    otherwise: () => '',
  })

/** A list that a module brings to a page: empty where it fails. */
export const listed = <T,>(
  { app }: WidgetContext,
  module: string,
  name: string,
  run: () => Promise<T[]>,
): Promise<T[]> =>
  app.attempt({ module, kind: 'widget', name, timeoutMs: TIMEOUT_MS, run, otherwise: (): T[] => [] })
