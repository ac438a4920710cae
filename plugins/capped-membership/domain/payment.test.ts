import { describe, expect, it } from 'vitest'
import { checkPayment } from './payment'

const TODAY = '2027-01-15'
const good = { cents: 500, method: 'cheque', receivedOn: TODAY }
const check = (more: Partial<typeof good>) => {
  const r = checkPayment({ ...good, ...more }, 500, TODAY)
  return r.ok ? r.value : r.reason
}

describe('a fee received by hand', () => {
  it('is taken when it is the amount due, by a known way, on a day that has come', () => {
    for (const method of ['cash', 'cheque', 'transfer']) expect(check({ method })).toBe(method)
  })

  it.each([
    [{ method: 'card' }, 'payment.wrong-method'],
    [{ method: '' }, 'payment.wrong-method'],
    [{ cents: 499 }, 'payment.wrong-amount'],
    [{ cents: 501 }, 'payment.wrong-amount'],
    [{ cents: 0 }, 'payment.wrong-amount'],
    [{ cents: -500 }, 'payment.wrong-amount'],
    [{ cents: 500.5 }, 'payment.wrong-amount'],
    [{ cents: Number.NaN }, 'payment.wrong-amount'],
    [{ receivedOn: '2027-01-16' }, 'payment.wrong-date'],
    [{ receivedOn: '2026-01-13' }, 'payment.wrong-date'],
    [{ receivedOn: '2027-02-30' }, 'payment.wrong-date'],
    [{ receivedOn: '' }, 'payment.wrong-date'],
  ])('is refused: %j → %s', (more, reason) => {
    expect(check(more)).toBe(reason)
  })
})
