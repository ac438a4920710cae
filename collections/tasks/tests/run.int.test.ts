import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endGrant } from '@/collections/members/service'
import { rule, staff } from '@/core/access'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, refuse, unwrap } from '@/core/result'
import type { App, TaskKind } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { TASK_LINES, TASKS } from '../contract'
import { resumeTask, stopTask } from '../service'
import { forgetLines } from '../service/forgetLines'
import { findTask, listLines, ofTask, type TaskRow } from '../service/rows'
import { runTasks } from '../service/runTasks'
import { startTask } from '../service/startTask'

declare module '@/hooks' {
  interface Tasks {
    'test.count': { input: { to: number } }
  }
}

let base: App
let by: Person
beforeAll(async () => {
  base = (await bootApp()).app
  by = await someone()
})

const someone = async (): Promise<Person> => {
  const { id } = await makePerson(base, { grants: [{ role: 'staff', area: 'applications' }] })
  return (await asVisitor(base, id)).person
}

const STEP = 5
/** Counts from 1 to `to`, five at a step; each seventh number is refused. */
const counting = (done: (n: number) => void = () => undefined): TaskKind<'test.count'> => ({
  title: ({ to }) => `Compter jusqu’à ${to}`,
  counts: () => ({ made: 'Comptés' }),
  access: staff,
  step: async (_app, { input, cursor }) => {
    const from = Number(cursor)
    const to = Math.min(from + STEP, input.to)
    const numbers = Array.from({ length: to - from }, (_, i) => from + i + 1)
    for (const n of numbers) done(n)
    const refused = numbers.filter((n) => n % 7 === 0)
    return ok({
      next: to === input.to ? null : String(to),
      done: numbers.length,
      counts: { made: numbers.length - refused.length },
      refused: refused.map((line) => ({
        line,
        column: 'n',
        given: String(line),
        refusal: refuse('task.unknown'),
      })),
    })
  },
})
const program = (kind: TaskKind<'test.count'> | null, of: App = base): App => ({
  ...of,
  modules: kind ? [...of.modules, { id: 'counting', tasks: { 'test.count': kind } }] : of.modules,
})
const at = (app: App, ms: number): App => ({ ...app, clock: { now: () => new Date(ms) } })

let seen: number[]
let app: App
beforeEach(async () => {
  seen = []
  app = program(counting((n) => seen.push(n)))
  // What another test left under way is none of this one's.
  await base.payload.db.updateMany({
    collection: TASKS,
    where: { state: { in: ['waiting', 'running'] } },
    data: { state: 'stopped' },
  })
})

const begin = async (to = 23, key = newId()): Promise<string> =>
  unwrap(await startTask(app, { kind: 'test.count', input: { to }, key, total: to, by })).task
const row = async (id: string): Promise<TaskRow> => {
  const found = await findTask(base, id)
  if (!found) throw new Error(`no task ${id}`)
  return found
}
const whole = { state: 'done', done: 23, refused: 3, counts: '{"made":20}' }

describe('a long act', () => {
  it('is done in steps, with its figures and refused lines', async () => {
    const id = await begin()
    expect(await row(id)).toMatchObject({ state: 'waiting', done: 0 })
    await runTasks(app)
    expect(await row(id)).toMatchObject(whole)
    expect(seen).toEqual(Array.from({ length: 23 }, (_, i) => i + 1))
    const { rows } = await listLines(base, id, 1)
    expect(rows.map((line) => line.line)).toEqual([7, 14, 21])
    expect(JSON.parse((await row(id)).facts ?? '[]')).toMatchObject([
      { name: 'task.ended', data: { task: id, state: 'done' } },
    ])
  })

  it('begun twice is begun once', async () => {
    const key = newId()
    const [a, b] = await Promise.all([begin(23, key), begin(23, key)])
    expect(a).toBe(b)
  })

  it('comes to the same wherever the program dies, as often as it dies', { timeout: 120_000 }, async () => {
    const id = await begin()
    let deaths = 0
    // Each program gets a write further than the one before it, and dies there.
    for (let n = 1; (await row(id)).state !== 'done'; n = n > 4 ? 1 : n + 1) {
      if (await dies(runTasks(dying(app, n)))) deaths++
      if (deaths > 60) throw new Error('does not come forward')
    }
    expect(deaths).toBeGreaterThan(5)
    expect(await row(id)).toMatchObject(whole)
    const { rows } = await listLines(base, id, 1)
    expect(rows.map((line) => line.line)).toEqual([7, 14, 21])
  })

  it('counts once what two programs did at once', async () => {
    const id = await begin()
    await Promise.all([runTasks(app), runTasks(app), runTasks(app)])
    await runTasks(app)
    expect(await row(id)).toMatchObject(whole)
  })

  it('stopped in the middle of a step keeps that step, and goes on after it', async () => {
    const id = await begin()
    const slow = program({
      ...counting(),
      step: async (of, work) => {
        const result = await counting().step(of, work)
        if (work.cursor === '5') unwrap(await stopTask(app, id, by))
        return result
      },
    })
    await runTasks(slow)
    expect(await row(id)).toMatchObject({ state: 'stopped', done: 10, cursor: '10' })
    await runTasks(app)
    expect(await row(id)).toMatchObject({ state: 'stopped', done: 10 })
    unwrap(await resumeTask(app, id, by))
    await runTasks(app)
    expect(await row(id)).toMatchObject(whole)
    expect(seen[0]).toBe(11)
  })

  it('whose step fails is tried again later, then given up, and can be resumed', async () => {
    const id = await begin()
    const failing = program({
      ...counting(),
      step: async () => {
        throw new Error('broken')
      },
    })
    let now = Date.now()
    await runTasks(at(failing, now))
    expect(await row(id)).toMatchObject({ state: 'running', attempts: 1, done: 0 })
    // Not before its time.
    await runTasks(at(failing, now + 1_000))
    expect((await row(id)).attempts).toBe(1)
    for (let i = 0; i < 4; i++) {
      now += 600_000
      await runTasks(at(failing, now))
    }
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'task.step-failed' })
    unwrap(await resumeTask(app, id, by))
    await runTasks(app)
    expect(await row(id)).toMatchObject({ ...whole, reason: null })
  })

  it('whose step ends where it began has failed, and holds up nobody', async () => {
    const stuck = await begin()
    const other = await begin(3)
    const going = program({
      ...counting(),
      step: async (of, work) =>
        work.task === stuck ? ok({ next: work.cursor, done: 1 }) : counting().step(of, work),
    })
    await runTasks(going)
    expect(await row(stuck)).toMatchObject({ state: 'running', attempts: 1, done: 0 })
    expect(await row(other)).toMatchObject({ state: 'done' })
  })

  it('whose step refuses says why', async () => {
    const id = await begin()
    await runTasks(program({ ...counting(), step: async () => refuse('import.gone') }))
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'import.gone' })
  })

  it('ends when whoever began it may not do it any more; another goes on in their own name', async () => {
    const { id: person } = await makePerson(base, { grants: [{ role: 'staff', area: 'applications' }] })
    const them = (await asVisitor(base, person)).person
    const { task } = unwrap(
      await startTask(app, { kind: 'test.count', input: { to: 23 }, key: newId(), by: them }),
    )
    const grants = await base.payload.db.find<{ id: string }>({
      collection: 'role-grants',
      where: { person: { equals: person } },
    })
    expect(grants.docs).toHaveLength(1)
    unwrap(await endGrant(base, { id: grants.docs[0]?.id ?? '', actor: 'test' }))
    await runTasks(app)
    expect(await row(task)).toMatchObject({ state: 'failed', reason: 'task.not-allowed', done: 0 })
    unwrap(await resumeTask(app, task, by))
    await runTasks(app)
    expect(await row(task)).toMatchObject({ state: 'done', by: by.id })
  })

  it('whose rule throws opens nothing, and holds up nobody', async () => {
    const them = await someone()
    const ask = { kind: 'test.count', input: { to: 3 }, by: them } as const
    const { task: theirs } = unwrap(await startTask(app, { ...ask, key: newId() }))
    const other = await begin(3)
    const broken = rule('broken', (who) => {
      if (who?.id === them.id) throw new Error('boom')
      return staff(who)
    })
    const going = program({ ...counting(), access: broken })
    expect(await startTask(going, { ...ask, key: newId() })).toMatchObject({ reason: 'task.not-allowed' })
    expect(await stopTask(going, theirs, them)).toMatchObject({ reason: 'task.not-allowed' })
    await runTasks(going)
    expect(await row(theirs)).toMatchObject({ state: 'failed', reason: 'task.not-allowed', done: 0 })
    expect(await row(other)).toMatchObject({ state: 'done' })
  })

  it('waits while no module does it', async () => {
    const id = await begin()
    await runTasks(program(null))
    expect(await row(id)).toMatchObject({ state: 'waiting', done: 0 })
  })

  it('lets others have their turn', async () => {
    const long = await begin(1_000_000)
    const short = await begin(3)
    const cut = new AbortController()
    const order: string[] = []
    const slow = program({
      ...counting(),
      step: async (of, work) => {
        order.push(work.task)
        if (order.includes(short) && order.at(-1) === long) cut.abort()
        await new Promise((resolve) => setTimeout(resolve, 120))
        return counting().step(of, work)
      },
    })
    await runTasks(slow, cut.signal)
    expect(await row(short)).toMatchObject({ state: 'done' })
    expect(await row(long)).toMatchObject({ state: 'running' })
  })
})

describe('refuses', () => {
  it('whoever may not do such an act: to begin it, to stop it, to resume it', async () => {
    const { id } = await makePerson(base)
    const member = (await asVisitor(base, id)).person
    const ask = { kind: 'test.count', input: { to: 1 }, key: newId(), by: member } as const
    expect(await startTask(app, ask)).toMatchObject({ reason: 'task.not-allowed' })
    const suspended: Person = { ...by, standing: 'suspended' }
    expect(await startTask(app, { ...ask, by: suspended })).toMatchObject({ reason: 'task.not-allowed' })
    const task = await begin()
    for (const verb of [stopTask, resumeTask])
      expect(await verb(app, task, member)).toMatchObject({ reason: 'task.not-allowed' })
    expect(await row(task)).toMatchObject({ state: 'waiting' })
  })

  it('what does not go from there', async () => {
    const task = await begin()
    expect(await resumeTask(app, task, by)).toMatchObject({ reason: 'task.wrong-state' })
    unwrap(await stopTask(app, task, by))
    expect(await stopTask(app, task, by)).toMatchObject({ reason: 'task.wrong-state' })
    expect(await stopTask(app, newId(), by)).toMatchObject({ reason: 'task.unknown' })
    expect(
      await startTask(program(null), { kind: 'test.count', input: { to: 1 }, key: newId(), by }),
    ).toMatchObject({ reason: 'service.absent' })
  })
})

it('forgets refused lines after three months, not before', async () => {
  const id = await begin()
  await runTasks(app)
  const days = (n: number) => at(app, Date.now() + n * 86_400_000)
  await forgetLines(days(89))
  expect((await listLines(base, id, 1)).total).toBe(3)
  await forgetLines(days(91))
  const { totalDocs } = await base.payload.db.count({ collection: TASK_LINES, where: ofTask(id) })
  expect(totalDocs).toBe(0)
  expect((await row(id)).refused).toBe(3)
})
