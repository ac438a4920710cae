import { expect, it } from 'vitest'
import { traced } from '@/hooks'
import { createLog } from './log'

it('each line bears in whose course it was written, and its own words win', () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) })
  log.info('outside')
  traced({ request: 'r-1', listener: 'mail/seat.confirmed' }, () => log.warn({ listener: 'x' }, 'inside'))
  expect(lines[0]).not.toHaveProperty('request')
  expect(lines[1]).toMatchObject({ request: 'r-1', listener: 'x', msg: 'inside' })
})
