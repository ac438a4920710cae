import { COOKIE } from '@/collections/members/collections'
import type { Filled } from '../fill/fill'
import type { Served } from './serve'
import { CONNECTIONS, type Shot, shoot } from './shoot'

/**
 * One TS to and fro between pairs of members, by a form of the bench's own (transferServer.ts). Each gives as often as
 * they are given to, or most of what is measured would be refusals for want of TS.
 */
export async function measureTransfer(server: Served, { signed }: Filled, seconds: number): Promise<Shot> {
  let n = 0
  const asking = (connection: number) => {
    const giver = signed[connection]
    const taker = signed[connection ^ 1]
    if (!giver || !taker) throw new Error('too few people are signed in')
    return {
      path: '/bench/transfer',
      method: 'POST' as const,
      headers: {
        accept: 'text/html',
        'accept-encoding': 'gzip, deflate, br, zstd',
        'accept-language': 'fr',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${COOKIE}=${giver.token}`,
        origin: server.url,
      },
      body: () => `key=${process.pid}-${++n}&to=${taker.person}&amount=1`,
    }
  }
  const shooting = { url: server.url, usage: server.usage, asking }
  await shoot({ ...shooting, seconds: 1 })
  const shot = await shoot({ ...shooting, seconds })
  if (shot.failed > MOST_REFUSED)
    throw new Error(`${shot.failed} transfers were refused: nothing is measured`)
  return { ...shot, failed: 0 }
}

/** The last of each connection may be cut off by the end of the shooting. */
const MOST_REFUSED = CONNECTIONS
