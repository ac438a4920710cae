import { anyone } from '@/core/access'
import { raw, route, stream } from '@/hooks'
import { askedOf, counterNow, OPEN } from './bodies'
import { eventOf, hubOf } from './hub'

const TYPE = 'text/event-stream'
/** As often as the element asks for the JSON meanwhile. */
const ASK_AGAIN_SECONDS = '30'

/**
 * The counter as it changes (server-sent events): `message` with the JSON at once and at each change, `beat` every
 * 20 seconds. Who does not say that events are accepted is told what stands, and that is all.
 */
export const counterEventsRoute = route({
  path: '/widgets/counter/events',
  access: anyone,
  get: async (ctx) => {
    const { season } = askedOf(ctx)
    if (!ctx.header('accept')?.includes(TYPE)) {
      const { json } = await counterNow(ctx.app, season)
      return raw(TYPE, eventOf(json), { headers: { ...OPEN, 'Cache-Control': 'no-store' } })
    }
    const hub = hubOf(ctx.app)
    if (hub.full)
      return raw('text/plain', 'Too many are listening: ask /widgets/counter.json instead.\n', {
        status: 503,
        headers: { ...OPEN, 'Cache-Control': 'no-store', 'Retry-After': ASK_AGAIN_SECONDS },
      })
    return stream({
      contentType: TYPE,
      headers: OPEN,
      open: (out) => hub.join(out, season, ctx.header('last-event-id') ?? ''),
    })
  },
})
