import {
  acceptHelp,
  askHelp,
  cancelHelp,
  declineHelp,
  deliverHelp,
  evaluateHelp,
  expireExchanges,
  releaseHelp,
} from '@/collections/exchanges/service'
import { unwrap } from '@/core/result'
import type { Calendar } from '../calendar'
import type { Act } from '../timeline'
import { asMember, staffOf, type World } from '../world'
import { others } from './others'
import { settled } from './settled'
import type { DemoExchange } from './types'

export const exchanges: readonly DemoExchange[] = [...settled, ...others]

/** Every exchange from its asking to where it stands, and the two days on which what was left too long ended. */
export function exchangeActs(calendar: Calendar): Act[] {
  const expiry = [25, 10].map((day) => ({
    at: calendar.ago(day, 7),
    run: ({ app }: World) => expireExchanges(app),
  }))
  return [...exchanges.flatMap((exchange) => steps(exchange, calendar)), ...expiry]
}

function steps(exchange: DemoExchange, { ago }: Calendar): Act[] {
  const { key, end } = exchange
  const id = (world: World) => world.ids.get(`exchange:${key}`)
  const side = (world: World, who: 'requester' | 'helper') => ({
    id: world.people.get(exchange[who]).id,
    judge: false,
  })
  const helps = (world: World) => ({ id: id(world), who: side(world, 'helper') })
  // Each exchange keeps hours of its own, so that no two acts of a day fall on the same minute.
  const hour = 9 + (([...key].reduce((sum, c) => sum + c.charCodeAt(0), 0) * 7) % 80) / 10
  const act = (day: number, late: number, run: Act['run']): Act => ({ at: ago(day, hour + late), run })

  const list: Act[] = [
    act(exchange.asked, 0, async (world) => {
      const { title, need, hours, amount } = exchange
      const who = asMember(world, exchange.requester)
      const helper = world.people.get(exchange.helper).id
      const asked = unwrap(
        await askHelp(world.app, { who, helper, title, need, hours, amount, formKey: key }),
      )
      world.ids.set(`exchange:${key}`, asked.id)
    }),
  ]
  if ('accepted' in end && end.accepted !== undefined)
    list.push(act(end.accepted, 0.5, async (world) => unwrap(await acceptHelp(world.app, helps(world)))))
  if ('delivered' in end)
    list.push(act(end.delivered, 1, async (world) => unwrap(await deliverHelp(world.app, helps(world)))))
  if ('judged' in end)
    list.push(
      act(end.judged, 1.5, async (world) => {
        const who = end.by === 'staff' ? { id: staffOf(world).id, judge: true } : side(world, 'requester')
        const { rating, comment } = end
        unwrap(await evaluateHelp(world.app, { id: id(world), who, rating, comment }))
      }),
    )
  if (end.state === 'short')
    // Refused, as it should be: the requester has not enough, and is told.
    list.push(act(end.tried, 0.5, (world) => acceptHelp(world.app, helps(world))))
  if (end.state === 'declined')
    list.push(act(end.on, 0.5, async (world) => unwrap(await declineHelp(world.app, helps(world)))))
  if (end.state === 'cancelled')
    list.push(
      act(end.on, 2, async (world) =>
        unwrap(await cancelHelp(world.app, { id: id(world), who: side(world, end.by) })),
      ),
    )
  if (end.state === 'released')
    list.push(
      act(end.on, 2, async (world) =>
        unwrap(await releaseHelp(world.app, { id: id(world), who: { id: staffOf(world).id, judge: true } })),
      ),
    )
  return list
}
