import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { measure } from '@/hooks'
import type { Vitals } from '../vitals/readVitals'
import { createMetrics, type Metrics } from './createMetrics'
import { metricsDoor } from './metricsDoor'

const none = { count: 0, oldest: null }
const at = new Date('2026-11-22T08:00:00Z')
const vitals: Vitals = {
  at,
  facts: { count: 3, oldest: new Date('2026-11-22T07:59:00Z') },
  deliveries: { pending: none, running: none, dead: { count: 2, oldest: at } },
  mails: { queued: none, sending: none, failed: none, kept: { count: 5, oldest: at } },
  jobs: [{ id: 'mail.send', lastStartedAt: at, lastEndedAt: at, error: 'Error: no' }],
  runner: { holder: 'h', until: new Date('2026-11-22T08:00:10Z') },
  seats: { season: '2027', counts: { free: 100, held: 1, confirmed: 19 } },
  line: { waiting: { count: 4, oldest: at }, invited: none },
  refunds: { 'by-hand': { count: 2, oldest: at }, 'by-card': none },
}

let made: Metrics | undefined
afterEach(() => made?.stop())
function metrics(read: () => Promise<Vitals> = async () => vitals, now?: () => number) {
  made = createMetrics({ version: '1.2.3', database: 'sqlite', vitals: read, ...(now ? { now } : {}) })
  return made
}

describe('metrics', () => {
  it('count what is measured, by few labels', async () => {
    const { registry } = metrics()
    measure('request', { method: 'GET', route: '/annuaire/:slug', status: 200, ms: 12 })
    measure('request', { method: 'POST', route: '/connexion', status: 429, ms: 1 })
    measure('page-cache', { hit: true })
    measure('delivery', { listener: 'mail/x', outcome: 'dead', ms: 3 })
    measure('job', { job: 'ts.seal', outcome: 'failed', ms: 40 })
    measure('ledger', { verb: 'hold', outcome: 'not-enough', ms: 2 })
    const text = await registry.metrics()
    for (const line of [
      'compagnon_http_request_duration_seconds_count{method="GET",route="/annuaire/:slug",status="2xx"} 1',
      'compagnon_http_rate_limited_total{route="/connexion"} 1',
      'compagnon_page_cache_total{result="hit"} 1',
      'compagnon_delivery_duration_seconds_count{listener="mail/x",outcome="dead"} 1',
      'compagnon_job_duration_seconds_count{name="ts.seal",outcome="failed"} 1',
      'compagnon_ledger_decisions_total{verb="hold",outcome="not-enough"} 1',
      'compagnon_info{version="1.2.3",database="sqlite"} 1',
    ])
      expect(text).toContain(line)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(text).toMatch(/^process_resident_memory_bytes /m)
  })

  it('tell what the database knows', async () => {
    const text = await metrics().registry.metrics()
    for (const line of [
      'compagnon_database_up 1',
      'compagnon_outbox_facts 3',
      'compagnon_oldest_seconds{what="facts"} 60',
      'compagnon_oldest_seconds{what="deliveries"} 0',
      'compagnon_deliveries{state="dead"} 2',
      'compagnon_mails{state="kept"} 5',
      'compagnon_job_failing{name="mail.send"} 1',
      'compagnon_jobs_running 1',
      'compagnon_seats{season="2027",state="free"} 100',
      'compagnon_waiting_list{state="waiting"} 4',
      'compagnon_refunds_due{way="by-hand"} 2',
    ])
      expect(text).toContain(line)
  })

  it('ask it at most every five seconds, once for all who scrape', async () => {
    let asked = 0
    let now = 0
    const { registry } = metrics(
      async () => {
        asked += 1
        return vitals
      },
      () => now,
    )
    await Promise.all([registry.metrics(), registry.metrics()])
    expect(asked).toBe(1)
    now = 4_999
    await registry.metrics()
    expect(asked).toBe(1)
    now = 5_000
    await registry.metrics()
    expect(asked).toBe(2)
  })

  it('go on without it', async () => {
    const text = await metrics(() => Promise.reject(new Error('gone'))).registry.metrics()
    expect(text).toContain('compagnon_database_up 0')
    expect(text).not.toMatch(/^compagnon_seats\{/m)
    expect(text).toMatch(/^process_resident_memory_bytes /m)
  })
})

describe('/metrics', () => {
  it.each([
    ['Bearer a-token-of-some-length', 200],
    ['bearer a-token-of-some-length', 200],
    ['Bearer a-token-of-some-lengt', 404],
    ['Basic a-token-of-some-length', 404],
    [undefined, 404],
  ])('%s → %i', async (authorization, status) => {
    const server = express().use(metricsDoor('a-token-of-some-length', metrics()))
    const http = server.listen(0, '127.0.0.1')
    await new Promise((done) => http.once('listening', done))
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const answer = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} })
    expect(answer.status).toBe(status)
    const elsewhere = await fetch(`${url}/metrics/x`, { headers: authorization ? { authorization } : {} })
    expect(elsewhere.status).toBe(404)
    http.close()
  })
})
