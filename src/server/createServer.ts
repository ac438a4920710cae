import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import type { App } from '@/hooks'
import { Answers } from '@/web/answers'
import { createAssets } from '@/web/assets'
import { cookiesOf, type Incoming } from '@/web/context'
import { PageCache } from '@/web/pageCache'
import { everyModule } from '@/web/registry'
import { createRenderer, type Problem } from '@/web/render'
import { createRouter } from '@/web/router'
import { Streams } from '@/web/streams'
import program from '../../package.json' with { type: 'json' }
import { createAdmin } from './admin'
import { sendAssets } from './assets'
import type { Config } from './config'
import { health } from './health'
import { createMetrics } from './metrics/createMetrics'
import { metricsDoor } from './metrics/metricsDoor'
import { paymentPages } from './middleware/elsewhere'
import { sameOrigin } from './middleware/origin'
import { requestLog } from './middleware/requestLog'
import { security } from './middleware/security'
import { wellFormed } from './middleware/wellFormed'
import { who } from './middleware/who'
import { rest } from './rest'
import { readVitals } from './vitals/readVitals'

export type Server = {
  express: RequestListener
  cache: PageCache
  /** Ends answers that stay open: nobody should wait for those. */
  closeStreams: () => void
  closeAdmin: () => Promise<void>
  closeMetrics: () => void
}

/** Everything HTTP, in the order in which a request meets it. */
export function createServer(options: {
  app: App
  config: Config
  payloadConfig: SanitizedConfig
  log: Logger
  /** The folder the program is built in. */
  root: string
  draining: () => boolean
}): Server {
  const { app, config, log, root } = options
  const https = config.publicUrl.startsWith('https:')
  const development = !config.production
  const client = join(root, 'dist/client')
  const renderer = createRenderer({
    app,
    assets: createAssets(client, { reload: development }),
    https,
    development,
  })
  const cache = new PageCache({ keeps: !development })
  const streams = new Streams()
  const answers = new Answers(app)
  const elsewhere = paymentPages(config)
  const web = { app, renderer, cache, streams, answers, secret: config.secret, elsewhere, secure: https }
  const admin = createAdmin({
    app,
    renderer,
    dev: development,
    dir: root,
  })

  const server = express()
  server.disable('x-powered-by')
  server.set('trust proxy', config.trustProxy)
  server.set('query parser', 'simple')
  server.use(requestLog(log))
  server.use(health(app, options.draining))
  const metrics = config.metricsToken ? metricsOf(app, config) : undefined
  if (metrics && config.metricsToken) server.use(metricsDoor(config.metricsToken, metrics))
  server.use(security({ https, development, elsewhere }))
  /** Before anybody is known. */
  const refuse =
    (kind: Problem): RequestHandler =>
    async (request, res) => {
      const req = request as unknown as Incoming
      req.cookies = cookiesOf(request)
      req.who = null
      await renderer.sendProblem(req, res, kind)
    }
  server.use(wellFormed(config.publicUrl, refuse('notFound')))
  server.use(
    '/assets',
    sendAssets(join(client, 'assets')),
    express.static(join(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: true,
    }),
  )
  server.use(sameOrigin(config.publicUrl, refuse('origin')))
  server.all('/api/graphql', admin.handler)
  server.use('/api', rest(app, options.payloadConfig, config.publicUrl))
  server.all(['/admin', '/admin/*rest', '/_next/*rest'], admin.handler)
  server.use(who(app))
  server.use(createRouter(everyModule(app.installed, { secure: https, development }), web))
  server.use((request, res) => renderer.sendProblem(request as unknown as Incoming, res, 'notFound'))
  const failed: ErrorRequestHandler = async (err, request, res, next) => {
    const req = request as unknown as Incoming
    log.error({ err, request: req.id, method: req.method, path: req.route?.path }, 'a page failed')
    if (res.headersSent) return next(err)
    req.cookies ??= {}
    req.who ??= null
    await renderer.sendProblem(req, res, 'failed')
  }
  server.use(failed)
  return {
    express: (req, res) => void (answers.serve(req, res) || server(req, res)),
    cache,
    closeStreams: () => streams.close(),
    closeAdmin: admin.close,
    closeMetrics: () => metrics?.stop(),
  }
}

const metricsOf = (app: App, { database }: Config) =>
  createMetrics({ version: program.version, database: database.kind, vitals: () => readVitals(app) })
