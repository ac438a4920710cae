import { afterEach, beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { type Module, type Trace, traced, traceNow } from '@/hooks'
import { EVENTS } from '../collections'
import { findRows } from '../store'
import { bootPayload, eventually, makeApp, stopAll } from './support'

beforeAll(() => bootPayload())
afterEach(stopAll)

it('what follows from a request bears its id: events, listeners, and the facts these record', async () => {
  const key = newId()
  const heard: Trace[] = []
  const modules: Module[] = [
    { id: 'first', on: { 'test.other': (app, { data }) => app.emit('test.decided', key, data) } },
    { id: 'second', on: { 'test.decided': async () => void heard.push(traceNow()) } },
  ]
  const { app } = await makeApp({ modules })
  await traced({ request: 'request-1' }, () => app.emit('test.other', key, { n: 1 }))
  await app.drain()
  expect(heard).toEqual([
    { request: 'request-1', listener: 'second/test.decided', event: `test.decided:${key}` },
  ])
  const events = await findRows<{ origin: string }>(app.payload, EVENTS, { where: { key: { like: key } } })
  expect(events.map((e) => e.origin)).toEqual(['request-1', 'request-1'])
})

it('what no request began bears none, even where a request woke the loop that does it', async () => {
  const key = newId()
  const heard: Trace[] = []
  const told = async () => void heard.push(traceNow())
  const jobs: Module['jobs'] = [{ id: `job-${key}`, everyMs: 3_600_000, run: told }]
  const { app } = await makeApp({ modules: [{ id: 'third', on: { 'test.other': told }, jobs }] })
  await app.emit('test.other', key, { n: 1 })
  await app.start()
  traced({ request: 'request-2' }, () => app.nudge(EVENTS))
  await eventually(() => heard.length === 2)
  expect(heard).toContainEqual({ listener: 'third/test.other', event: `test.other:${key}` })
  expect(heard).toContainEqual({ job: `job-${key}` })
})
