import { expect, it } from 'vitest'
import { keepSecret, traced } from '@/hooks'
import { createLog } from './log'

it('each line bears in whose course it was written, and its own words win', () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) })
  log.info('outside')
  traced({ request: 'r-1', listener: 'mail/seat.confirmed' }, () => log.warn({ listener: 'x' }, 'inside'))
  expect(lines[0]).not.toHaveProperty('request')
  expect(lines[1]).toMatchObject({ request: 'r-1', listener: 'x', msg: 'inside' })
})

it('no line holds a secret that a plugin has read, however it came there', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  keepSecret('sk "live" é&1')
  const err = new Error('GET https://x.org/?key=sk%20%22live%22%20%C3%A9%261 failed: sk "live" é&1')
  log.error({ err, settings: { key: 'sk "live" é&1' } }, 'refused')
  expect(lines.join('')).toContain('•••')
  expect(lines.join('')).not.toMatch(/live/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ settings: { key: '•••' }, msg: 'refused' })
})
