import { anyone } from '@/core/access'
import { route } from '@/hooks'
import { askedOf, counterNow, keptReply } from './bodies'

/** The counter for programs of other sites; unchanged for who has it already. */
export const counterJsonRoute = route({
  path: '/widgets/counter.json',
  access: anyone,
  get: async (ctx) => keptReply('application/json', (await counterNow(ctx.app, askedOf(ctx).season)).json),
})
