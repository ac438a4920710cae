import { createHash } from 'node:crypto'
import { anyone } from '@/core/access'
import { raw, route } from '@/hooks'
import { readCounter } from '../service/readCounter'

/** What is said where no season is to be shown. */
const NONE = { season: null, cap: 0, taken: 0, held: 0, free: 0, state: 'none', updatedAt: null }

/** The counter for other sites: open to every origin, unchanged for who has it already (ETag). */
export const counterJsonRoute = route({
  path: '/widgets/counter.json',
  access: anyone,
  get: async (ctx) => {
    const read = await readCounter(ctx.app)
    const body = JSON.stringify(read?.counter ?? NONE)
    return raw('application/json', body, {
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'public, max-age=1',
        ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      },
    })
  },
})
