import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStanding } from '@/collections/members/service'
import { stopTask } from '@/collections/tasks/service'
import { findTask, listLines } from '@/collections/tasks/service/rows'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { csv } from '@/core/csv'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { APPLICATIONS, MEMBERSHIPS, PAYMENTS } from '../contract'
import { auditSeats, recordPayment, refuseApplication } from '../service'
import { countSeats } from '../service/countSeats'
import { exportMembers } from '../service/exports/exportMembers'
import { readSeasonFigures } from '../service/figures/readSeasonFigures'
import { dryRun } from '../service/imports/dryRun'
import { forgetLists } from '../service/imports/forgetLists'
import { readList } from '../service/imports/readList'
import { findImport, mappingOf } from '../service/imports/rows'
import { startImport } from '../service/imports/startImport'
import { uploadList } from '../service/imports/uploadList'
import { todayOf } from '../service/readCounter'
import { type ApplicationRow, findMembership, type SeasonRow } from '../service/rows'
import { accepted, applied, at, openSeason } from './support'

let app: App
let server: TestServer
let by: Person
const browsers = new Map<string, Browser>()

const KINDS: [string, Standing, RoleGrant[]][] = [
  ['applicant', 'applicant', []],
  ['member', 'active', []],
  ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }]],
  ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }]],
  [
    'both areas',
    'prospect',
    [
      { role: 'staff', area: 'applications' },
      { role: 'staff', area: 'payments' },
    ],
  ],
  ['administrator', 'prospect', [{ role: 'administrator' }]],
]

beforeAll(async () => {
  ;({ app } = await bootApp())
  server = await serve(app)
  for (const [name, standing, grants] of KINDS) {
    const { id } = await makePerson(app, { standing, grants, name })
    const { person, token } = await asVisitor(app, id)
    browsers.set(name, server.as(token))
    if (name === 'both areas') by = person
  }
})
afterAll(() => server.stop())

const as = (name: string): Browser => {
  const found = browsers.get(name)
  if (!found) throw new Error(name)
  return found
}

type Line = { name?: string; email?: string; method?: string; paidOn?: string; amount?: string }
const HEADS = ['Nom', 'Courriel', 'Montant', 'Moyen de paiement', 'Payé le']
const address = () => `i-${newId()}@test.example`
const paidLine = (more: Line = {}): Line => ({
  email: address(),
  method: 'espèces',
  paidOn: todayOf(app),
  ...more,
})
const file = (lines: readonly Line[]) =>
  csv([
    HEADS,
    ...lines.map((l, i) => [
      l.name ?? `Personne ${i + 1}`,
      l.email ?? address(),
      l.amount ?? '',
      l.method ?? '',
      l.paidOn ?? '',
    ]),
  ])

async function upload(season: SeasonRow, text: string): Promise<string> {
  const data = Buffer.from(text)
  return unwrap(await uploadList(app, { file: { name: 'liste.csv', data }, season: season.id, by })).id
}

async function begin(season: SeasonRow, text: string): Promise<string> {
  const id = await upload(season, text)
  return unwrap(await startImport(app, { import: id, agreed: true, by })).task
}

/** The whole of an import: begun, run to its end, what follows delivered. */
async function imported(season: SeasonRow, text: string) {
  const task = await begin(season, text)
  await runTasks(app)
  await drain(app)
  return result(task)
}

async function result(task: string) {
  const row = await findTask(app, task)
  const { rows } = await listLines(app, task, 1)
  return {
    state: row?.state,
    done: row?.done,
    counts: JSON.parse(row?.counts ?? '{}') as Record<string, number>,
    refused: rows.map((line) => `${line.line} ${line.reason}`),
  }
}

/** How much there is of a season: what an import done twice must leave as it is. */
async function amounts(season: SeasonRow) {
  const where = { season: { equals: season.id } }
  const count = async (collection: 'applications' | 'memberships' | 'payments') =>
    (await app.payload.db.count({ collection, where })).totalDocs
  const { counts } = await countSeats(app, season.id)
  return {
    applications: await count(APPLICATIONS),
    memberships: await count(MEMBERSHIPS),
    payments: await count(PAYMENTS),
    confirmed: counts.confirmed,
    held: counts.held,
  }
}

const peopleOf = async (emails: readonly string[]): Promise<number> =>
  (await app.payload.db.count({ collection: 'members', where: { email: { in: [...emails] } } })).totalDocs

describe('an import', () => {
  it('makes members of who has paid, and keeps a seat for who has not', async () => {
    const season = await openSeason(app, 10)
    const lines = [paidLine(), paidLine({ method: 'Chèque', amount: '5,00' }), { email: address() }]
    expect(await imported(season, file(lines))).toEqual({
      state: 'done',
      done: 3,
      counts: { joined: 2, accepted: 1 },
      refused: [],
    })
    expect(await amounts(season)).toEqual({
      applications: 3,
      memberships: 2,
      payments: 2,
      confirmed: 2,
      held: 1,
    })
    expect(await auditSeats(app, season.id)).toEqual([])
    // They show among the seats; how far applications come says nothing of them.
    const figures = await readSeasonFigures(app, season)
    expect(figures.days.at(-1)).toMatchObject({ taken: 2, held: 1 })
    expect(figures.funnel).toMatchObject({ received: 0, joined: 0 })
    const { docs } = await app.payload.db.find<{ id: string; to: string; template: string }>({
      collection: 'mails',
      where: { to: { in: lines.map((l) => String(l.email)) } },
      limit: 0,
    })
    const sent = docs.map((m) => `${lines.findIndex((l) => l.email === m.to)} ${m.template}`).toSorted()
    expect(sent).toEqual([
      '0 membership.imported',
      '0 membership.welcome',
      '0 payments.receipt',
      '1 membership.imported',
      '1 membership.welcome',
      '1 payments.receipt',
      '2 membership.accepted',
      '2 membership.imported',
    ])
  })

  it('makes them members since the day the list says, and whoever pays later too', async () => {
    const season = await openSeason(app, 10)
    const [long, recent, unpaid] = [address(), address(), address()]
    const text = csv([
      ['Nom', 'Courriel', 'Membre depuis', 'Moyen de paiement', 'Payé le'],
      ['Zoé', long, '07/01/2019', 'espèces', todayOf(app)],
      ['Zia', recent, '', 'espèces', todayOf(app)],
      ['Zaz', unpaid, '2021-03-28', '', ''],
    ])
    const began = app.clock.now().toISOString()
    expect(await imported(season, text)).toMatchObject({ counts: { joined: 2, accepted: 1 } })
    const since = async (email: string) => {
      const file = await app.payload.db.findOne<ApplicationRow>({
        collection: APPLICATIONS,
        where: { email: { equals: email } },
      })
      const found = file?.person ? await findMembership(app, file.person, season.id) : null
      return { file, since: found ? new Date(found.since).toISOString() : null }
    }
    // Midnight in Paris.
    expect((await since(long)).since).toBe('2019-01-06T23:00:00.000Z')
    expect(((await since(recent)).since ?? '') >= began).toBe(true)
    const { file, since: none } = await since(unpaid)
    expect(none).toBeNull()
    const pay = { cents: 500, method: 'cash', receivedOn: todayOf(app), by }
    unwrap(await recordPayment(app, { application: file?.id ?? '', ...pay }))
    await drain(app)
    expect((await since(unpaid)).since).toBe('2021-03-27T23:00:00.000Z')
  })

  it('of the same list twice doubles nothing, begun twice or uploaded twice', async () => {
    const season = await openSeason(app, 10)
    const text = file([paidLine(), paidLine(), { email: address() }])
    const id = await upload(season, text)
    const begun = await Promise.all([1, 2, 3].map(() => startImport(app, { import: id, agreed: true, by })))
    expect(new Set(begun.map((b) => unwrap(b).task)).size).toBe(1)
    await runTasks(app)
    await drain(app)
    const before = await amounts(season)
    expect(await imported(season, text)).toMatchObject({ counts: { already: 3 }, refused: [] })
    expect(await amounts(season)).toEqual(before)
    expect(before).toMatchObject({ applications: 3, memberships: 2, payments: 2 })
  })

  it('never takes a seat too many: lines beyond the cap are refused, and nobody is made for them', async () => {
    const season = await openSeason(app, 3)
    const lines = Array.from({ length: 6 }, () => paidLine())
    const list = unwrap(readList(file(lines)))
    const mapping = { name: 0, email: 1, amount: 2, method: 3, paidOn: 4 }
    expect((await dryRun(app, list, mapping, season)).counts).toEqual({ joined: 3, accepted: 0, already: 0 })
    const { counts, refused } = await imported(season, file(lines))
    expect(counts).toEqual({ joined: 3 })
    expect(refused).toEqual([5, 6, 7].map((line) => `${line} seat.none-left`))
    expect(await amounts(season)).toMatchObject({ memberships: 3, payments: 3, confirmed: 3 })
    expect(await peopleOf(lines.slice(3).map((l) => String(l.email)))).toBe(0)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('says of each line it cannot take where and why, beforehand and afterwards alike', async () => {
    const season = await openSeason(app, 20)
    const twice = paidLine()
    const suspended = await makePerson(app)
    unwrap(
      await changeStanding(app, {
        person: suspended.id,
        to: 'suspended',
        from: ['active'],
        reason: 'test',
        actor: 'test',
      }),
    )
    const open = await applied(app)
    const refused = await applied(app)
    unwrap(await refuseApplication(app, { application: refused.id, reason: 'Non.', by: 'system' }))
    const awaiting = await accepted(app)
    const lines = [
      twice,
      twice,
      { name: 'Z' },
      { email: 'zoe' },
      paidLine({ method: 'carte' }),
      paidLine({ paidOn: '31/02/2026' }),
      paidLine({ amount: '4' }),
      { email: suspended.email },
      { email: open.email },
      { email: refused.email },
      { email: awaiting.email },
      paidLine({ email: awaiting.email }),
      paidLine({ email: by.email }),
    ]
    const expected = [
      '3 import.twice',
      '4 import.name-missing',
      '5 import.email-wrong',
      '6 import.method-unknown',
      '7 import.date-unreadable',
      '8 payment.wrong-amount',
      '9 import.barred',
      '10 import.file-open',
      '11 import.file-refused',
      '13 import.twice',
    ]
    const id = await upload(season, file(lines))
    const row = await findImport(app, id)
    const list = unwrap(readList(row?.text ?? ''))
    const before = await dryRun(app, list, row ? mappingOf(row) : {}, season)
    expect(before.refused.map((r) => `${r.line} ${r.refusal.reason}`)).toEqual(expected)
    const after = await imported(season, file(lines))
    // Whoever imports does not let themselves in: said when it comes to it.
    expect(after.refused).toEqual([...expected, '14 application.own'])
    expect(after.counts).toEqual({ joined: 1, already: 1 })
  })

  it('records the fee of somebody accepted before', async () => {
    const season = await openSeason(app, 5)
    const awaiting = await accepted(app)
    expect(await imported(season, file([paidLine({ email: awaiting.email })]))).toMatchObject({
      counts: { joined: 1 },
    })
    expect(await amounts(season)).toMatchObject({ memberships: 1, payments: 1, confirmed: 1, held: 0 })
  })

  it('brings back who had left, and lets members renew', async () => {
    const season = await openSeason(app, 5)
    const gone = await makePerson(app, { standing: 'left' })
    const member = await makePerson(app, { standing: 'active' })
    const lines = [gone, member].map(({ email }) => paidLine({ email }))
    expect(await imported(season, file(lines))).toMatchObject({ counts: { joined: 2 }, refused: [] })
    expect(await amounts(season)).toMatchObject({ memberships: 2 })
  })

  it('comes to the same whichever write the program dies at', { timeout: 300_000 }, async () => {
    const season = await openSeason(app, 200)
    let lists = 0
    for (let died = true; died; ) {
      const lines = [paidLine(), { email: 'zoe' }, { email: address() }]
      const task = await begin(season, file(lines))
      lists += 1
      died = await dies(runTasks(dying(app, lists)))
      await runTasks(app)
      await drain(app)
      expect(await result(task), `died at write ${lists}`).toEqual({
        state: 'done',
        done: 3,
        counts: { joined: 1, accepted: 1 },
        refused: ['3 import.email-wrong'],
      })
    }
    // Begun, account, standing, seat, file, payment, mail, refused line, place reached, end: each was the last once.
    expect(lists).toBeGreaterThan(18)
    expect(await amounts(season)).toEqual({
      applications: 2 * lists,
      memberships: lists,
      payments: lists,
      confirmed: lists,
      held: lists,
    })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('of any lists, in any order and cut anywhere, leaves each person once (property)', {
    timeout: 300_000,
  }, async () => {
    const season = await openSeason(app, 500)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 30 }),
        fc.string(),
        async (rows, dieAt, salt) => {
          const run = createHash('sha256').update(`${salt}${newId()}`).digest('hex').slice(0, 12)
          const lines = rows.map(([who, paid]) => {
            const email = `${run}-${who}@test.example`
            return paid ? paidLine({ email }) : { email }
          })
          await begin(season, file(lines))
          await begin(season, file(lines.toReversed()))
          await dies(runTasks(dying(app, dieAt)))
          await Promise.all([runTasks(app), runTasks(app)])
          await drain(app)
          const emails = [...new Set(lines.map((l) => String(l.email)))]
          const { totalDocs } = await app.payload.db.count({
            collection: APPLICATIONS,
            where: { email: { in: emails } },
          })
          expect(totalDocs).toBe(emails.length)
          expect(await peopleOf(emails)).toBe(emails.length)
        },
      ),
      { numRuns: 8 },
    )
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('a file', () => {
  it('that was exported is imported elsewhere, by the heads of either language', async () => {
    const here = await openSeason(app, 5)
    const lines = [paidLine({ name: 'Zoé « d’Œil »; "dite"' }), paidLine({ name: '=Somme' })]
    await imported(here, file(lines))
    for (const lang of ['fr', 'en'] as const) {
      const { head, pages } = await exportMembers(app, { season: here.id, state: '' }, lang)
      const rows = []
      for await (const page of pages) rows.push(...page)
      const there = await openSeason(app, 5)
      expect(await imported(there, csv([head, ...rows]))).toMatchObject({
        counts: { joined: 2 },
        refused: [],
      })
    }
  })

  it.each([
    ['import.spreadsheet', Buffer.from('PK\u0003\u0004')],
    ['import.not-text', Buffer.from([0x41, 0x00, 0x42])],
    ['import.empty', Buffer.from('')],
    ['import.empty', Buffer.from('Nom;Courriel\n\n ; \n')],
    ['import.broken', Buffer.from(`Nom;Courriel\n"Zoé;a@a.fr\n${'x;y\n'.repeat(8_000)}`)],
    ['import.too-many', Buffer.from(`Nom;Courriel\n${'Zoé;a@a.fr\n'.repeat(10_001)}`)],
    ['import.too-wide', Buffer.from(`${'a;'.repeat(200)}\nx\n`)],
    ['import.too-large', Buffer.alloc(4 * 1024 * 1024 + 1, 0x41)],
  ])('is refused: %s', async (reason, data) => {
    const season = await openSeason(app, 1)
    expect(await uploadList(app, { file: { name: 'x.csv', data }, season: season.id, by })).toMatchObject({
      reason,
    })
  })

  it('of Excel in France is read, whatever parts its cells', async () => {
    const season = await openSeason(app, 9)
    for (const [parted, encoding] of [
      [';', 'latin1'],
      [',', 'utf8'],
      ['\t', 'utf16le'],
    ] as const) {
      const text = [
        ['Prénom', 'Nom', 'Courriel'],
        ['Éloïse', 'Lefèvre', address()],
      ]
        .map((cells) => cells.join(parted))
        .join('\r\n')
      const body = Buffer.from(text, encoding)
      const data = encoding === 'utf16le' ? Buffer.concat([Buffer.from([0xff, 0xfe]), body]) : body
      const { id } = unwrap(
        await uploadList(app, { file: { name: 'C:\\x\\liste.csv', data }, season: season.id, by }),
      )
      const row = await findImport(app, id)
      expect(row).toMatchObject({ name: 'liste.csv', lines: 1 })
      expect(unwrap(readList(row?.text ?? '')).lines[0]?.cells.slice(0, 2)).toEqual(['Éloïse', 'Lefèvre'])
    }
  })

  it('written as CSV is read as it was (property)', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((t) => t.replaceAll('\u0000', ''))
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        const read = unwrap(readList(csv([['un', 'deux', 'trois'], ['x', 'y', 'z'], ...rows])))
        const said = rows.filter((cells) => cells.some((c) => c.trim() !== ''))
        const guarded = (text: string) => /^\s*[=+\-@\t\r]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text)
        expect(read.lines.slice(1).map((l) => l.cells)).toEqual(
          said.map((cells) => cells.map((c) => (guarded(c) ? `'${c}` : c))),
        )
      }),
    )
  })

  it('is blanked once imported, and after thirty days whatever became of it', async () => {
    const season = await openSeason(app, 3)
    const id = await upload(season, file([paidLine()]))
    unwrap(await startImport(app, { import: id, agreed: true, by }))
    await runTasks(app)
    await drain(app)
    expect(await findImport(app, id)).toMatchObject({ text: null })
    const left = await upload(season, file([paidLine()]))
    const days = (n: number) => at(app, Date.now() + n * 86_400_000)
    await forgetLists(days(29))
    expect((await findImport(app, left))?.text).toContain('Personne')
    await forgetLists(days(31))
    expect(await findImport(app, left)).toMatchObject({ text: null })
    expect(await startImport(app, { import: left, agreed: true, by })).toMatchObject({
      reason: 'import.gone',
    })
  })
})

describe('at the office', () => {
  const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
  /** A multipart post, as a browser sends a file. */
  async function send(browser: 'both areas' | 'staff:payments', text: string | null, season: string) {
    const form = new FormData()
    form.set('season', season)
    if (text !== null) form.set('file', new Blob([text], { type: 'text/csv' }), 'adherents.csv')
    return as(browser).upload('/bureau/importer', form)
  }

  it.each(KINDS.map(([name]) => name))('opens to those who are trusted with both: %s', async (name) => {
    const season = await openSeason(app, 3)
    const id = await upload(season, file([paidLine({ email: 'secret@test.example' })]))
    const { task } = unwrap(await startImport(app, { import: id, agreed: true, by }))
    const may = name === 'both areas' || name === 'administrator'
    for (const path of [
      '/bureau/importer',
      `/bureau/importer/${id}`,
      '/bureau/travaux',
      `/bureau/travaux/${task}`,
    ]) {
      const answer = await as(name).get(path)
      // The list holds other acts too: of imports it shows those who may not do them none.
      const list = path === '/bureau/travaux' && ['staff:applications', 'staff:payments'].includes(name)
      expect(answer.status, path).toBe(may || list ? 200 : 403)
      if (!may) expect(await answer.text()).not.toMatch(/secret@|liste\.csv/)
    }
    // Who may not is refused this very act, and whoever may is told that another is not there.
    for (const path of [
      `/bureau/importer/${newId()}/lancer`,
      `/bureau/travaux/${may ? newId() : task}/arreter`,
    ])
      expect((await as(name).post(path, { agreed: 'oui' })).status, path).toBe(may ? 404 : 403)
    expect((await as(name).get(`/bureau/travaux/${task}/refus.csv`)).status).toBe(may ? 200 : 403)
    expect((await server.as().get(`/bureau/importer/${id}`)).status).toBe(303)
    await runTasks(app)
    await drain(app)
  })

  it('is done by forms alone: upload, columns, look, import, stop, resume, refused lines', async () => {
    const season = await openSeason(app, 9)
    const none = await send('both areas', null, season.id)
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Choisissez un fichier')
    const broken = await send('both areas', 'PK\u0003\u0004', season.id)
    expect(broken.status).toBe(422)
    expect(await broken.text()).toContain('Enregistrez-le au format CSV')
    expect((await send('both areas', file([paidLine()]), newId())).status).toBe(422)
    expect((await send('staff:payments', file([paidLine()]), season.id)).status).toBe(403)

    const email = address()
    const kept = await send(
      'both areas',
      `Qui;Où écrire\nZoé Œil;${email}\nZoé Bis;zoe\n=1+1;${address()}\n`,
      season.id,
    )
    expect(kept.status).toBe(303)
    const path = kept.headers.get('location') ?? ''
    const browser = as('both areas')
    expect(await page(browser, path)).toContain('au moins la colonne du nom')
    const half = await browser.post(path, { name: '0' })
    expect(half.status).toBe(422)
    expect((await browser.post(path, { name: '0', email: '99' })).status).toBe(422)
    expect((await browser.post(path, { name: '0', email: '1' })).status).toBe(303)
    const looked = await page(browser, path)
    expect(looked).toContain('Zoé Œil')
    expect(looked).toContain('Ce n’est pas une adresse électronique')
    const without = await browser.post(`${path}/lancer`, {})
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Confirmez que ces personnes')
    const begun = await browser.post(`${path}/lancer`, { agreed: 'oui' })
    const task = begun.headers.get('location') ?? ''
    expect(task).toMatch(/^\/bureau\/travaux\//)
    expect((await browser.post(`${path}/lancer`, { agreed: 'oui' })).headers.get('location')).toBe(task)

    expect(await page(browser, task)).toMatch(
      /<progress[^>]* value="0"[^>]* max="3"|<progress[^>]* max="3"[^>]* value="0"/,
    )
    expect((await browser.post(`${task}/arreter`)).status).toBe(303)
    await runTasks(app)
    expect(await page(browser, task)).toContain('Ce qui est fait reste fait')
    expect((await browser.post(`${task}/reprendre`)).status).toBe(303)
    await runTasks(app)
    await drain(app)
    const done = await page(browser, task)
    expect(done).toContain('Le travail est terminé')
    expect(done).toContain('Où écrire')
    expect(await page(browser, '/bureau/travaux')).toContain('adherents.csv')
    const lines = await (await browser.get(`${task}/refus.csv`)).text()
    expect(lines).toContain('Qui;Où écrire;Ligne;Motif')
    expect(lines).toContain('Zoé Bis;zoe;3;Ce n’est pas une adresse électronique.')
    // Mended, it is a list again, whose refused lines are told in the same two columns.
    const mended = await send('both areas', lines.replace(';zoe;', ';zoe@;'), season.id)
    const again = mended.headers.get('location') ?? ''
    await browser.post(again, { name: '0', email: '1' })
    const { task: second } = unwrap(
      await startImport(app, { import: again.split('/').at(-1) ?? '', agreed: true, by }),
    )
    await runTasks(app)
    const left = await (await browser.get(`/bureau/travaux/${second}/refus.csv`)).text()
    expect(left.split('\r\n').slice(0, 2)).toEqual([
      'Qui;Où écrire;Ligne;Motif',
      'Zoé Bis;zoe@;2;Ce n’est pas une adresse électronique.',
    ])
    // Once imported the list is gone, and says so.
    expect((await browser.get(path)).headers.get('location')).toBe('/bureau/importer')
    expect((await browser.post(`${task}/arreter`)).status).toBe(303)
  })
})

it('of five thousand lines is looked at in good time, and its first step does not wait for the last', {
  timeout: 120_000,
}, async () => {
  const season = await openSeason(app, 5_000)
  const lines = Array.from({ length: 5_000 }, () => paidLine())
  const id = await upload(season, file(lines))
  const row = await findImport(app, id)
  const list = unwrap(readList(row?.text ?? ''))
  const began = performance.now()
  const run = await dryRun(app, list, row ? mappingOf(row) : {}, season)
  expect(run.counts.joined).toBe(5_000)
  expect(performance.now() - began).toBeLessThan(20_000)
  const { task } = unwrap(await startImport(app, { import: id, agreed: true, by }))
  const cut = new AbortController()
  setTimeout(() => cut.abort(), 2_000)
  await runTasks(app, cut.signal)
  const reached = await findTask(app, task)
  expect(reached?.state).toBe('running')
  expect(reached?.done).toBeGreaterThan(0)
  // Whoever runs long acts in the common database would go on with it.
  unwrap(await stopTask(app, task, by))
})
