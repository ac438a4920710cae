import type { ReactNode } from 'react'
import { saidBy, type WidgetContext } from '@/hooks'
import { renderApart } from '@/ui/renderApart'

/** A file does not wait longer for one of its panels. */
const TIMEOUT_MS = 5_000

/**
 * What modules know about a person, for a file that staff opens: each panel rendered by itself, for those who may see
 * it; one that fails is left out, and the file stands. `except`: the module whose own file it is.
 */
export async function panelsOf(
  ctx: WidgetContext,
  person: { id: string; name: string },
  { except }: { except?: string } = {},
): Promise<ReactNode[]> {
  const others = ctx.app.modules.filter((module) => module.id !== except)
  const found = others.flatMap((module) =>
    (module.panels ?? [])
      .filter((panel) =>
        saidBy(
          ctx.app,
          { module: module.id, kind: 'widget', name: 'person' },
          () => panel.access(ctx.who),
          false,
        ),
      )
      .map((panel, i) => ({ key: `${module.id}-panel-${i}`, module: module.id, panel })),
  )
  found.sort((a, b) => a.panel.order - b.panel.order)
  const rendered = await Promise.all(
    found.map(async ({ key, module, panel }) => ({
      key,
      html: await ctx.app.attempt<string>({
        module,
        kind: 'widget',
        name: 'person',
        timeoutMs: TIMEOUT_MS,
        run: async () =>
          renderApart(await panel.load(ctx, person), key, {
            lang: ctx.lang,
            now: ctx.now,
            zone: ctx.app.settings.timeZone,
          }),
        otherwise: () => '',
      }),
    })),
  )
  return rendered
    .filter(({ html }) => html !== '')
    .map(({ key, html }) => (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React just above
      <div key={key} dangerouslySetInnerHTML={{ __html: html }} />
    ))
}
