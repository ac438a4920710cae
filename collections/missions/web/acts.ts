import { z } from 'zod'
import { or, type Rule } from '@/core/access'
import { isId } from '@/core/ids'
import type { Person } from '@/core/person'
import { type Result, refuse } from '@/core/result'
import { notFound, type Reply, type Route, type RouteContext, redirect, route } from '@/hooks'
import { mayPropose, verifies } from '../access'
import type { MissionReason } from '../contract'
import type { Act } from '../domain/next'
import { texts } from '../i18n'
import { closeMission, publishMission, returnMission, submitMission, withdrawMission } from '../service'

export const missionHref = (id: string): string => `/missions/${id}`

type Verb = (
  app: RouteContext['app'],
  id: string,
  who: Person,
  ctx: RouteContext,
) => Promise<Result<unknown, MissionReason>>

function act(path: string, access: Rule, name: Exclude<Act, 'edit'>, verb: Verb): Route {
  return route({
    path: `/missions/:id/${path}`,
    access,
    get: async (ctx) => redirect(missionHref(ctx.params.id ?? '')),
    post: (ctx) => post(ctx, name, verb),
  })
}

async function post(ctx: RouteContext, name: Exclude<Act, 'edit'>, verb: Verb): Promise<Reply> {
  const id = ctx.params.id ?? ''
  if (!isId(id) || !ctx.who) return notFound()
  const done = await verb(ctx.app, id, ctx.who, ctx)
  if (done.ok) return redirect(missionHref(id), { kind: 'success', text: texts(ctx.lang).done[name] })
  // A mission of others that is not open does not exist, as far as one can tell.
  if (done.reason === 'mission.unknown' || done.reason === 'mission.not-yours') return notFound()
  return redirect(missionHref(id), { kind: 'refusal', text: ctx.reason(done) })
}

const remark = z.object({ remarque: z.string().trim().min(3).max(1000) })

const posts: Rule = or(mayPropose, verifies)

export const actRoutes: Route[] = [
  act('envoyer', mayPropose, 'submit', submitMission),
  act('publier', verifies, 'publish', publishMission),
  act('renvoyer', verifies, 'return', async (app, id, who, ctx) => {
    const form = await ctx.read(remark)
    return form.ok ? returnMission(app, id, who, form.data.remarque) : refuse('mission.remark-missing')
  }),
  act('clore', posts, 'close', closeMission),
  act('retirer', posts, 'withdraw', withdrawMission),
]
