import type { RequestHandler } from 'express'
import { COOKIE } from '@/collections/members/collections'
import { touchSignIn } from '@/collections/members/service'
import { readSignIn } from '@/collections/members/store/readSignIn'
import { hashToken } from '@/collections/members/store/token'
import type { App } from '@/hooks'
import { cookiesOf, type Incoming } from '@/web/context'

/** Who is asking, read from the database at each request that carries a sign-in. */
export const who =
  (app: App): RequestHandler =>
  async (request, _res, next) => {
    const req = request as unknown as Incoming
    req.cookies = cookiesOf(request)
    req.who = null
    const token = req.cookies[COOKIE]
    if (!token) return next()
    const live = await readSignIn(app.payload, hashToken(token), app.clock.now())
    if (live) {
      req.who = live.person
      void touchSignIn(app, live.id, live.lastSeenAt).catch((err) =>
        app.log.warn({ err }, 'sign-in not touched'),
      )
    }
    next()
  }
