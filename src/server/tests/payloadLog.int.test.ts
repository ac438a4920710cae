import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { keepSecret, traced } from '@/hooks'
import { bootApp } from '@/tests/support/app'

beforeAll(() => bootApp())

it('Payload’s own log, too, says in whose course a line was written, and no secret', async () => {
  const { logger } = await (await import('@payload-config')).default
  if (!logger || typeof logger !== 'object' || !('options' in logger)) throw new Error('the log is not ours')
  const lines: string[] = []
  // Payload's pino is another version: its types are not ours, what it writes is.
  const log = pino(
    { ...(logger.options as object), level: 'info' },
    { write: (line) => void lines.push(line) },
  )
  keepSecret('whsec_of_payload')
  traced({ request: 'r-2' }, () => log.error({ err: new Error('cannot save whsec_of_payload') }))
  expect(lines.join('')).toContain('"request":"r-2"')
  expect(lines.join('')).toContain('cannot save •••')
  expect(lines.join('')).not.toContain('whsec_of_payload')
})
