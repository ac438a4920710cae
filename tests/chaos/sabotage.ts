import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'

/*
 * Ways to break the program, to show that the kill test finds them: a test that cannot fail proves nothing. Each
 * changes a line while the child's program is bundled; the sources stay as they are.
 */

type Change = { file: string; from: string; to: string }

export type Sabotage =
  | 'facts cleared first'
  | 'a fee without its key'
  | 'a grant not once'
  | 'delivered before it is written'

export type AnySabotage = Sabotage | MoneySabotage | RolloverSabotage

export const SABOTAGES: Record<Sabotage, Change> = {
  /**
   * The relay lets go of the facts before they stand in the outbox. The pause makes the moment 20 ms wide; without it
   * forty kills did not meet it (each step of the relay is cut for certain in hooks/runtime/tests/relay).
   */
  'facts cleared first': {
    file: 'hooks/runtime/relay.ts',
    from: 'if (source !== emittedEvents) await recordEvents',
    to: 'if (rows.length > 0) { await source.clear(app, rows.map((row) => row.id))\nawait new Promise((resolve) => setTimeout(resolve, 20)) }\nif (source !== emittedEvents) await recordEvents',
  },
  /** Nothing says that a fee was paid already. */
  'a fee without its key': {
    file: 'plugins/capped-membership/service/recordPayment.ts',
    from: 'key: feeKey(row.id),',
    to: 'key: id,',
  },
  /** A delivery that comes late, as those cut by a kill do, grants once more. */
  'a grant not once': {
    file: 'plugins/credit-rules/service/grantFor.ts',
    from: 'await grant(app, rule, person)',
    to: '{ await grant(app, rule, person)\nif (Date.now() - Date.parse(at) > 60_000) await grant(app, { ...rule, key: rule.key + "-late" }, person) }',
  },
  /** Says yes before the row stands. */
  'delivered before it is written': {
    file: 'collections/exchanges/service/deliverHelp.ts',
    from: "const taken = await takeStep(app, input.id, 'deliver'",
    to: "const early = await (await import('../store/exchanges')).readExchange(app, input.id)\nif (early?.state === 'accepted') { setTimeout(() => takeStep(app, input.id, 'deliver', input.who, (row, _step, now) => ({ data: { deliveredAt: now.toISOString(), expiresAt: null }, facts: [fact(app, 'exchange.delivered', row.id, about(row))] })), 100)\nawait new Promise((resolve) => setTimeout(resolve, 5))\nreturn ok(early) }\nconst taken = await takeStep(app, input.id, 'deliver'",
  },
}

export type MoneySabotage =
  | 'a refund not once'
  | 'a mail not once'
  | 'numbers handed out before their rows'
  | 'a departure marked before it is followed'

/** The same for the stories of money (money.int.test.ts). */
export const MONEY_SABOTAGES: Record<MoneySabotage, Change> = {
  /** Nothing says that a refund was asked already. */
  'a refund not once': {
    file: 'plugins/payments/service/askRefund.ts',
    from: 'const key = refundKey(ask.checkout)',
    to: "const key = refundKey(ask.checkout) + ':' + Date.now()",
  },
  /** Nothing says that a receipt was mailed already. */
  'a mail not once': {
    file: 'plugins/payments/service/receiptsFor.ts',
    from: 'key: `receipt:',
    to: 'key: Date.now() + `receipt:',
  },
  /** Numbers of receipts as a counter gives them. */
  'numbers handed out before their rows': {
    file: 'plugins/payments/service/issueReceipt.ts',
    from: 'const n = (await lastNumber(app, year)) + 1',
    to: 'const handed = globalThis as { last?: number }\nhanded.last = Math.max(handed.last ?? 0, await lastNumber(app, year)) + 1\nconst n = handed.last',
  },
  /** What is cut after the mark is never taken up. */
  'a departure marked before it is followed': {
    file: 'plugins/capped-membership/service/departure/followDeparture.ts',
    from: '  await cutAccess(app, row)\n  await endMembership(app, row)',
    to: '  await compareAndSet(app, DEPARTURES, { id: { equals: id } }, { settled: 1 })\n  await cutAccess(app, row)\n  await endMembership(app, row)',
  },
}

export type RolloverSabotage = 'a season decided at each start' | 'seats made with their season alone'

/** The same for the passage to the next season (rollover.int.test.ts). */
export const ROLLOVER_SABOTAGES: Record<RolloverSabotage, Change> = {
  /** Nothing says which season was being made. */
  'a season decided at each start': {
    file: 'plugins/capped-membership/service/rollover/rolloverTask.ts',
    from: 'makeSeason(app, { id: input.next,',
    to: 'makeSeason(app, { id: crypto.randomUUID(),',
  },
  /** Cut between the season and its seats, the seats are never made. */
  'seats made with their season alone': {
    file: 'plugins/capped-membership/service/rollover/makeSeason.ts',
    from: 'if (!(await findSeason(app, id))) await create(app, id, from, make)',
    to: 'if (await findSeason(app, id)) return\nawait create(app, id, from, make)',
  },
}

/** Throws when the line to be changed is gone: the sabotage must be thought of again. */
export function sabotage(name: AnySabotage, root: string): Plugin {
  const { file, from, to } = { ...SABOTAGES, ...MONEY_SABOTAGES, ...ROLLOVER_SABOTAGES }[name]
  const whole = path.join(root, file)
  return {
    name: 'sabotage',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        if (loaded !== whole) return undefined
        const text = readFileSync(whole, 'utf8')
        if (!text.includes(from)) throw new Error(`${name}: not found in ${file}: ${from}`)
        return { contents: text.replace(from, to), loader: 'ts' }
      })
    },
  }
}
