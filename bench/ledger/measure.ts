/** How an operation did. */
export type Figures = {
  readonly count: number
  readonly seconds: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** CPU of this process, in ms an operation. */
  readonly cpuMs: number
}

type Extent = { readonly lanes: number; readonly ms: number /** Turns a lane. */; readonly most: number }

/** Runs an operation in several loops at once for a while; `op` gets its lane and the turn within it. */
export async function measure(
  { lanes, ms, most }: Extent,
  op: (lane: number, turn: number) => Promise<unknown>,
): Promise<Figures> {
  const took: number[] = []
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + ms
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let turn = 0; turn < most && performance.now() < until; turn++) {
        const from = performance.now()
        await op(lane, turn)
        took.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return figuresOf(took, seconds, (user + system) / 1000)
}

export function figuresOf(took: number[], seconds: number, cpuMs: number): Figures {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const count = sorted.length
  return { count, seconds, perSecond: count / seconds, p50: at(0.5), p99: at(0.99), cpuMs: cpuMs / count }
}

/** The sum of several runs of the same; percentiles are the middle run's. */
export function merge(runs: readonly Figures[]): Figures {
  const sum = (of: (run: Figures) => number) => runs.reduce((total, run) => total + of(run), 0)
  const middle = (of: (run: Figures) => number) =>
    runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
  const count = sum((run) => run.count)
  const seconds = sum((run) => run.seconds)
  return {
    count,
    seconds,
    perSecond: count / seconds,
    p50: middle((run) => run.p50),
    p99: middle((run) => run.p99),
    cpuMs: sum((run) => run.cpuMs * run.count) / count,
  }
}
