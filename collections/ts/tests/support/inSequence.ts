import fc from 'fast-check'
import { expect } from 'vitest'
import { fixedClock } from '@/core/clock'
import { verify } from '../../service/verify'
import { type Asked, ask, command, openAll, perform } from './commands'
import { Crash, testIds, testLedger, WitnessedStore } from './crashes'
import { Model } from './model'
import { strictReplay } from './strictReplay'

const START = '2026-11-01T08:00:00Z'

/** Where the store breaks: at its n-th call, before or after the work is done. */
const crashes = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 25 }), moment: fc.constantFrom('before', 'after') }),
  { maxLength: 6, size: 'max' },
)

/**
 * The property: one command after another, whatever crashes meanwhile, each tried again until it is heard, says what
 * the model says; and what stands is what the model holds.
 */
export const inSequence = () =>
  fc.asyncProperty(
    fc.array(command, { maxLength: 25, size: 'max' }),
    crashes,
    async (commands, crashList) => {
      const clock = fixedClock(START)
      const model = new Model(() => clock.now().getTime())
      const waiting = crashList.map((crash) => ({ ...crash }))
      let armed = false
      const store = new WitnessedStore({
        gate: (_, moment) => {
          const next = waiting[0]
          if (!armed || !next || next.moment !== moment || next.after-- > 0) return
          waiting.shift()
          throw new Crash()
        },
      })
      const newId = testIds(clock)
      const fresh = () => testLedger({ store, clock, newId, announce: true })
      let ledger = fresh()
      await openAll(ledger)
      armed = true

      for (const asked of ask(commands)) {
        let said: string | null = null
        for (;;) {
          try {
            const outcome = await perform(ledger, clock, asked)
            said = outcome && (outcome.ok ? 'ok' : outcome.reason)
            break
          } catch (error) {
            if (!(error instanceof Crash)) throw error
            ledger = fresh()
          }
        }
        expect(said, describe(asked)).toBe(model.perform(asked))
      }

      armed = false
      strictReplay(store.order)
      for (const [key, account] of model.accounts) {
        const read = await ledger.readAccount(key)
        expect(read).toMatchObject({
          value: {
            balance: account.balance,
            heldOut: account.out,
            heldIn: account.in,
            closed: account.closed,
          },
        })
      }
      const { findings } = await verify(store, { now: clock.now() })
      expect(findings).toEqual([])
    },
  )

const describe = (asked: Asked) => JSON.stringify(asked)
