import type { PageFigures, PageResult } from '../http/measurePages'
import type { Shot } from '../http/shoot'
import type { LedgerLine } from '../ledger/measureLedger'
import type { Results } from '../results'

/* The results as lines of text, each with its target and whether it was reached. */

export type Verdict = 'ok' | 'ok by CPU' | 'missed' | ''
export type Line = { readonly cells: readonly string[]; readonly target: string; readonly verdict: Verdict }
export type Table = {
  readonly title: string
  readonly head: readonly string[]
  readonly lines: readonly Line[]
}

const ANONYMOUS = { perSecond: 1_000 }
const SIGNED_IN = { perSecond: 250, cpuMs: 5, queries: 3 }
const TRANSFER = { perSecond: 500 }
const OF_RAW = 0.6
const SLOWER = 1.5
const FIRST_PAGE_MS = 5_000
const MEMORY_MB = 400

const n = (value: number, digits = 0) => value.toFixed(digits)
const HTTP_HEAD = ['req/s', 'p50 ms', 'p99 ms', 'CPU ms', 'req/s a core', 'queries', 'bytes']

const shotCells = (shot: Shot, queries = '') => [
  n(shot.perSecond),
  n(shot.p50, 1),
  n(shot.p99, 1),
  n(shot.cpuMs, 2),
  n(1_000 / shot.cpuMs),
  queries,
  n(shot.bytes),
]

/** A rate on a machine that others use says little: then what a core would do by CPU time is told apart. */
const rateVerdict = (shot: Shot, wanted: number): Verdict =>
  shot.failed > 0
    ? 'missed'
    : shot.perSecond >= wanted
      ? 'ok'
      : 1_000 / shot.cpuMs >= wanted
        ? 'ok by CPU'
        : 'missed'

function signedInVerdict(figures: PageFigures): Verdict {
  if (figures.cpuMs > SIGNED_IN.cpuMs || figures.queries > SIGNED_IN.queries) return 'missed'
  return rateVerdict(figures, SIGNED_IN.perSecond)
}

/** Beside the best that bare node:http did in the same run; by CPU where others use the machine too. */
function bareLine(cells: string[], figures: PageFigures, wanted: number, hello: readonly Shot[]): Line {
  const share = figures.perSecond / Math.max(...hello.map((shot) => shot.perSecond))
  const byCpu = Math.min(...hello.map((shot) => shot.cpuMs)) / figures.cpuMs
  const verdict: Verdict =
    figures.failed > 0 ? 'missed' : share >= wanted ? 'ok' : byCpu >= wanted ? 'ok by CPU' : 'missed'
  return {
    cells,
    target: `≥ ${n(wanted * 100)} % of bare: ${n(share * 100)} %, by CPU ${n(byCpu * 100)} %`,
    verdict,
  }
}

function pageLine(page: PageResult, hello: readonly Shot[]): Line {
  if ('absent' in page) return { cells: [page.name, page.absent], target: '', verdict: '' }
  const { figures } = page
  const failed = figures.failed > 0 ? ` (${figures.failed} failed)` : ''
  const cells = [page.name + failed, ...shotCells(figures, String(figures.queries))]
  if (page.ofBare !== undefined) return bareLine(cells, figures, page.ofBare, hello)
  return page.signedIn
    ? {
        cells,
        target: `≥ ${SIGNED_IN.perSecond}/s, ≤ ${SIGNED_IN.cpuMs} ms, ≤ ${SIGNED_IN.queries} queries`,
        verdict: signedInVerdict(figures),
      }
    : { cells, target: `≥ ${ANONYMOUS.perSecond}/s`, verdict: rateVerdict(figures, ANONYMOUS.perSecond) }
}

function httpTable({ hello, pages, transfer }: Results): Table {
  const yardsticks = hello.map(
    (shot): Line => ({
      cells: ['yardstick: bare node:http', ...shotCells(shot)],
      target: '',
      verdict: '',
    }),
  )
  const moved: Line[] = transfer
    ? [
        {
          cells: ['transfer over HTTP (bench’s own form)', ...shotCells(transfer)],
          target: `≥ ${TRANSFER.perSecond}/s`,
          verdict: rateVerdict(transfer, TRANSFER.perSecond),
        },
      ]
    : []
  return {
    title: 'Over HTTP, 16 connections',
    head: ['page', ...HTTP_HEAD],
    lines: [...yardsticks, ...pages.map((page) => pageLine(page, hello)), ...moved],
  }
}

/** Distinct accounts, known or not: what the target of 60 % is about. */
const DISTINCT = /^(transfer|hold|grant)/

function ledgerTable({ ledger, databases }: Results): Table {
  const lines = ledger.flatMap((line) =>
    databases.map(({ name, transfers }) => ledgerLine(line, name, transfers)),
  )
  return {
    title: 'Ledger in process, 16 at once',
    head: ['operation', 'rows', 'op/s', 'p50 ms', 'p99 ms', 'CPU ms', 'raw inserts/s', 'of raw'],
    lines: lines.flatMap((line) => line ?? []),
  }
}

function ledgerLine({ operation, figures, raw }: LedgerLine, name: string, transfers: number): Line | null {
  const own = figures[name]
  const beside = raw[name]
  if (!own || !beside) return null
  const ofRaw = own.perSecond / beside.perSecond
  const decides = DISTINCT.test(operation)
  const cells = [
    operation,
    String(transfers),
    n(own.perSecond),
    n(own.p50, 1),
    n(own.p99, 1),
    n(own.cpuMs, 2),
  ]
  return {
    cells: [...cells, n(beside.perSecond), `${n(ofRaw * 100)} %`],
    target: decides ? `≥ ${OF_RAW * 100} % of raw` : '',
    verdict: decides ? (ofRaw >= OF_RAW ? 'ok' : 'missed') : '',
  }
}

/** Time an operation takes on the large ledger, in times of the small one. */
function growthTable({ ledger, databases }: Results): Table | null {
  const [large, small] = databases
  if (!large || !small) return null
  const lines = ledger.flatMap(({ operation, figures }): Line[] => {
    const [on, at] = [figures[large.name], figures[small.name]]
    if (!on || !at) return []
    const slower = at.perSecond / on.perSecond
    return [
      {
        cells: [operation, n(slower, 2), n(on.cpuMs / at.cpuMs, 2)],
        target: `≤ ${SLOWER}`,
        verdict: slower <= SLOWER ? 'ok' : 'missed',
      },
    ]
  })
  return {
    title: `${large.transfers} rows against ${small.transfers}`,
    head: ['operation', 'slower, times', 'CPU, times'],
    lines,
  }
}

/** What plugins cost; the rate counts to the last delivery. */
function pluginTable({ plugins }: Results): Table {
  return {
    title: 'Plugins, 16 at once',
    head: ['what', 'plugins', 'op/s', 'p50 ms', 'p99 ms', 'CPU ms'],
    lines: plugins.map(({ what, plugins: count, figures: f }) => ({
      cells: [what, String(count), n(f.perSecond), n(f.p50, 2), n(f.p99, 2), n(f.cpuMs, 3)],
      target: '',
      verdict: '',
    })),
  }
}

function programTable({ start, memory }: Results): Table {
  const first = Math.min(...start.firstPageMs)
  const seconds = (ms: number) => `${n(ms / 1_000, 1)} s`
  return {
    title: 'The built program',
    head: ['what', 'figure'],
    lines: [
      {
        cells: [
          'first page after the start',
          `${start.firstPageMs.map(seconds).join(', ')} (CPU ${seconds(start.cpuMs)})`,
        ],
        target: `≤ ${FIRST_PAGE_MS / 1_000} s`,
        verdict: first <= FIRST_PAGE_MS ? 'ok' : start.cpuMs <= FIRST_PAGE_MS ? 'ok by CPU' : 'missed',
      },
      { cells: ['memory, idle', `${n(memory.idleMb)} MB`], target: '', verdict: '' },
      {
        cells: ['memory, most under load', `${n(memory.loadedMb)} MB`],
        target: `≤ ${MEMORY_MB} MB`,
        verdict: memory.loadedMb <= MEMORY_MB ? 'ok' : 'missed',
      },
      { cells: ['memory, after', `${n(memory.afterMb)} MB`], target: '', verdict: '' },
    ],
  }
}

export const tables = (results: Results): Table[] =>
  [
    httpTable(results),
    programTable(results),
    ledgerTable(results),
    growthTable(results),
    pluginTable(results),
  ].filter((table): table is Table => table !== null && table.lines.length > 0)

/** Where and under what load the figures were taken. */
export function circumstances({ settings, machine, load, at, commit, took }: Results): string[] {
  const averages = load.averages.map((average) => n(average, 1)).join(', ')
  return [
    `${at.slice(0, 10)}, commit ${commit}, ${settings.database}, ${settings.members} members, ${settings.transfers} rows in the ledger${settings.quick ? ', quick' : ''}`,
    `the run took ${minutes(took.allMs)}, of which ${minutes(took.fillMs)} to fill the databases`,
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}`,
    `load average ${averages}; the CPUs were in use ${n(load.busy * 100)} % of the time, the bench included`,
  ]
}

const minutes = (ms: number): string =>
  ms < 90_000 ? `${n(ms / 1_000)} s` : `${Math.floor(ms / 60_000)} min ${n((ms % 60_000) / 1_000)} s`
