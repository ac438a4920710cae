import type { RequestHandler } from 'express'

type NextApp = {
  prepare(): Promise<void>
  close(): Promise<void>
  getRequestHandler(): (req: object, res: object) => Promise<void>
}

/**
 * Payload's admin and GraphQL, served by Next. Next is loaded at the first request for it, so that an association
 * that nobody administers just now does not pay its memory, nor its seconds at start.
 */
export function createAdmin({ dev, dir }: { dev: boolean; dir: string }) {
  let app: Promise<{ next: NextApp; handle: ReturnType<NextApp['getRequestHandler']> }> | undefined
  const start = async () => {
    const { default: next } = await import('next')
    const made = (next as unknown as (o: object) => NextApp)({ dev, dir, quiet: true })
    await made.prepare()
    return { next: made, handle: made.getRequestHandler() }
  }
  const handler: RequestHandler = async (req, res) => {
    app ??= start()
    await (await app).handle(req, res)
  }
  return {
    handler,
    close: async () => {
      if (app) await (await app).next.close()
    },
  }
}
