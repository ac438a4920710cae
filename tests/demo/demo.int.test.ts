import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoMode, DemoReport } from './report'

/** Where portraits are kept, for as long as the file runs. */
const media = mkdtempSync(join(tmpdir(), 'compagnon-demo-media-'))
afterAll(() => rmSync(media, { recursive: true, force: true }))

/*
 * The demo fills a whole database, and other files of this worker share theirs: so it is loaded by a process of its
 * own, which tells what came of it.
 */
const load = <R>(mode: DemoMode): Promise<R> =>
  new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'child.ts'), [mode], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, MEDIA_DIR: media },
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let words = ''
    child.stderr?.on('data', (text) => {
      words += text
    })
    child.once('message', (report) => done(report as R))
    child.once('exit', (code) => failed(new Error(`the process ended with ${code}:\n${words}`)))
  })

describe('the demo', () => {
  let demo: DemoReport
  beforeAll(async () => {
    demo = await load<DemoReport>('whole')
  }, 240_000)

  it('says what it does, in the language asked for', () => {
    expect(demo.said.join(' ')).toMatch(/people.* months/)
  })

  it('fills half a season of 120 seats, with files in every state', () => {
    const { applications, seats, memberships } = demo.season
    expect(applications).toEqual({
      received: 3,
      'interview-planned': 2,
      interviewed: 1,
      accepted: 3,
      joined: 60,
      refused: 2,
    })
    expect(seats).toEqual({ confirmed: 60, held: 2, free: 58 })
    expect(memberships).toEqual({ confirmed: 60 })
    expect(demo.seatFindings).toEqual([])
  })

  it('has a next season that members renew into: paid, asked for, declined, most of them silent', () => {
    expect(demo.states.renewals).toEqual({ renewed: 3, wanted: 2, declined: 2, offered: 53 })
    expect(demo.next.memberships).toEqual({ confirmed: 3 })
    expect(demo.next.seats).toEqual({ confirmed: 3, held: 55, free: 72 })
  })

  it('has a workshop that is full: one invited, two who wait, two who left, one of them to be given their money', () => {
    expect(demo.workshop.seats).toEqual({ confirmed: 2, held: 1 })
    expect(demo.states['waiting-list']).toEqual({ seated: 1, invited: 1, waiting: 2 })
    expect(demo.refunds).toEqual(['by-hand', 'refunded'])
  })

  it('has at least 40 members who present themselves', () => {
    expect(demo.listed).toBeGreaterThanOrEqual(60)
    expect(demo.presented).toBeGreaterThanOrEqual(40)
    expect(demo.portraits).toBe(16)
  })

  it('has people in every standing but one that erases', () => {
    const { active, ...others } = demo.standings
    expect(active).toBe(63)
    expect(others).toEqual({
      applicant: 8,
      accepted: 4,
      refused: 2,
      grace: 1,
      lapsed: 1,
      left: 3,
      suspended: 1,
    })
  })

  it('has exchanges in every state that lasts, one short of TS among them', () => {
    const lasting = ['asked', 'accepted', 'delivered', 'disputed', 'settled']
    const over = ['declined', 'cancelled', 'expired', 'released']
    expect(Object.keys(demo.states.exchanges ?? {}).sort()).toEqual([...lasting, ...over].sort())
    expect(demo.short).toBe(1)
    expect(demo.owing).toBe(0)
  })

  it('leaves a ledger in which all is right', () => {
    expect(demo.ledgerFindings).toEqual([])
  })

  it('has loges and missions in every state, a forum, pages and news in both languages', () => {
    expect(demo.states.loges).toEqual({ active: 1, forming: 1, paused: 1 })
    const missions = ['closed', 'draft', 'published', 'to-verify', 'withdrawn']
    expect(Object.keys(demo.states.missions ?? {}).sort()).toEqual(missions)
    expect(demo.forum.topics).toBe(12)
    expect(demo.forum.replies).toBeGreaterThan(30)
    expect(demo.forum.locked).toBe(1)
    expect(demo.forum.hidden).toBe(2)
    expect(demo.englishTitles.pages?.filter(Boolean)).toHaveLength(5)
    expect(demo.englishTitles.posts?.filter(Boolean)).toHaveLength(4)
  })

  it('lets every account it prints sign in, and the newcomer find 5 TS', () => {
    expect(demo.accounts).toHaveLength(6)
    expect(demo.signedIn).toEqual(demo.accounts.map((a) => a.email))
    expect(demo.newcomerTs).toBe(5)
  })

  it('leaves listeners nothing to do', () => {
    expect(demo.deliveriesGivenUp).toBe(0)
  })

  it('is told once: begun again it refuses', () => {
    expect(demo.wasCut).toBe(false)
    expect(demo.again).toMatch(/begun before/)
  })
})

it('is known as cut when something broke in the middle', async () => {
  expect(await load<Partial<DemoReport>>('cut')).toEqual({ again: 'cut', wasCut: true })
}, 120_000)
