import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App } from '@/hooks'

/** What plugins bring to staff's day, a card each: rendered by the running program, shown as it comes. */
export async function readWidgets(app: App, who: Visitor, lang: Lang) {
  const rendered = await app.call('widgets.render', { place: 'staff', who, lang })
  return rendered.ok ? rendered.value : []
}

export const Widgets = ({ widgets }: { widgets: Awaited<ReturnType<typeof readWidgets>> }) =>
  widgets.map(({ key, html }) => (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React in the running program
    <section key={key} className="day__card" dangerouslySetInnerHTML={{ __html: html }} />
  ))
