import { type RequestHandler, Router } from 'express'
import type { App } from '@/hooks'

const READY_WITHIN_MS = 2_000

/** `/healthz`: the process lives. `/readyz`: the database answers and we are not stopping. */
export function health(app: App, draining: () => boolean): RequestHandler {
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: true })
  })
  router.get('/readyz', async (_req, res) => {
    const ready = !draining() && (await databaseAnswers(app))
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ok: ready })
  })
  return router
}

async function databaseAnswers(app: App): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS).unref())
  const asked = app.payload.db.find({ collection: 'leases', limit: 1, pagination: false }).then(
    () => true,
    (err) => {
      app.log.error({ err }, 'the database does not answer')
      return false
    },
  )
  return Promise.race([asked, late])
}
