import { z } from 'zod'
import type { Refusal } from '@/core/result'
import { type Handler, notFound, type Reply, type RouteContext, redirect, route, withError } from '@/hooks'
import { forgetFaults, pluginViews, type SwitchRefusal, startAgain, turnOff, turnOn } from '@/hooks/runtime'
import { texts } from '../i18n'
import { findPlugin } from '../service/overview'
import { EXTENSIONS, extensionsAccess, pluginHref } from './access'
import { detailPage, type Sent } from './detail'
import { sentenceOf, titleOf } from './state'

const choice = z.object({
  avec: z.literal('tous').optional(),
  attente: z.enum(['deliver', 'set-aside']).optional(),
})

const act = (name: string, post: Handler) =>
  route({ path: `${EXTENSIONS}/:id/${name}`, access: extensionsAccess, post })

const by = (ctx: RouteContext): string => ctx.who?.id ?? 'system'

/** Said beside the question where it has one, else above it. */
async function again(ctx: RouteContext, sent: Sent, refusal: Refusal<SwitchRefusal>): Promise<Reply> {
  const field = refusal.reason === 'plugin.choose' ? 'attente' : ''
  const others = String(refusal.detail?.others ?? '').replaceAll(/[\w-]+(?=,| |$)/g, (id) =>
    titleOf(ctx.app, id, ctx.lang),
  )
  const named = others ? { ...refusal, detail: { ...refusal.detail, others } } : refusal
  return detailPage(ctx, { ...sent, state: withError(sent.state, field, ctx.reason(named)) })
}

export const actRoutes = [
  act('arreter', async (ctx) => {
    const plugin = findPlugin(ctx.app, ctx.params.id ?? '')
    if (!plugin) return notFound()
    const t = texts(ctx.lang)
    const { state } = await ctx.read(choice)
    const done = await turnOff(ctx.app, {
      plugin: plugin.id,
      by: by(ctx),
      withOthers: state.values.avec === 'tous',
    })
    if (!done.ok) return again(ctx, { act: 'arreter', state }, done)
    return redirect(pluginHref(plugin.id), {
      kind: 'success',
      text: t.off.done(plugin.title[ctx.lang]),
      undo: { label: t.undo.off, action: `${pluginHref(plugin.id)}/activer` },
    })
  }),

  act('activer', async (ctx) => {
    const plugin = findPlugin(ctx.app, ctx.params.id ?? '')
    if (!plugin) return notFound()
    const form = await ctx.read(choice)
    const done = await turnOn(ctx.app, {
      plugin: plugin.id,
      by: by(ctx),
      withOthers: form.state.values.avec === 'tous',
      ...(form.ok && form.data.attente ? { waiting: form.data.attente } : {}),
    })
    if (!done.ok) return again(ctx, { act: 'activer', state: form.state }, done)
    const view = pluginViews(ctx.app).get(plugin.id)
    return redirect(
      pluginHref(plugin.id),
      view && !view.inForce
        ? { kind: 'info', text: sentenceOf(ctx.app, view, ctx.lang) }
        : { kind: 'success', text: texts(ctx.lang).on.done(plugin.title[ctx.lang]) },
    )
  }),

  act('redemarrer', async (ctx) => {
    const plugin = findPlugin(ctx.app, ctx.params.id ?? '')
    if (!plugin) return notFound()
    const done = await startAgain(ctx.app, { plugin: plugin.id, by: by(ctx) })
    return redirect(
      pluginHref(plugin.id),
      done.ok
        ? { kind: 'info', text: texts(ctx.lang).againDone }
        : { kind: 'refusal', text: ctx.reason(done) },
    )
  }),

  act('oublier', async (ctx) => {
    const plugin = findPlugin(ctx.app, ctx.params.id ?? '')
    if (!plugin) return notFound()
    await forgetFaults(ctx.app, plugin.id)
    return redirect(pluginHref(plugin.id), { kind: 'success', text: texts(ctx.lang).forget.done })
  }),
]
