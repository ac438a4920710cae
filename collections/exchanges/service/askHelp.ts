import { readContacts } from '@/collections/members/service'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, fact, insertDeciding } from '@/hooks'
import { EXCHANGES, type ExchangeReason } from '../contract'
import { ANSWER_WITHIN, isAmount, isHours, MAX_AMOUNT, MAX_HOURS } from '../domain/terms'
import { readExchangeByKey } from '../store/exchanges'

export type AskHelp = {
  who: Person
  helper: string
  title: string
  need: string
  /** In halves of an hour. */
  hours: number
  /** Whole TS. */
  amount: number
  /** The form's key: the same form sent twice is one request. */
  formKey: string
}

/**
 * Asks another member for help. Nothing is held yet: TS are held when the helper accepts.
 * Refusals: exchange.self, .amount-invalid, .hours-invalid, .helper-unavailable; .already-asked when the form was sent
 * before with other words, as after a step back in the browser.
 */
export async function askHelp(app: App, ask: AskHelp): Promise<Result<{ id: string }, ExchangeReason>> {
  if (ask.helper === ask.who.id) return refuse('exchange.self')
  if (!isAmount(ask.amount)) return refuse('exchange.amount-invalid', { max: MAX_AMOUNT })
  if (!isHours(ask.hours)) return refuse('exchange.hours-invalid', { max: MAX_HOURS })
  const key = `${ask.who.id}:${ask.formKey}`
  const helper = (await readContacts(app, [ask.helper])).get(ask.helper)
  if (!helper || (helper.standing !== 'active' && helper.standing !== 'grace'))
    return refuse('exchange.helper-unavailable')
  const now = app.clock.now()
  const id = newId()
  const made = await insertDeciding(
    app,
    EXCHANGES,
    {
      id,
      key,
      requester: ask.who.id,
      helper: ask.helper,
      title: ask.title,
      need: ask.need,
      hours: ask.hours,
      amount: ask.amount,
      state: 'asked',
      owes: 'none',
      attempt: 0,
      askedAt: now.toISOString(),
      since: now.toISOString(),
      expiresAt: new Date(now.getTime() + ANSWER_WITHIN).toISOString(),
    },
    [
      fact(app, 'exchange.asked', id, {
        exchange: id,
        requester: ask.who.id,
        helper: ask.helper,
        amount: ask.amount,
      }),
    ],
  )
  if (made) return ok({ id: made })
  const there = await readExchangeByKey(app, key)
  if (!there) return refuse('exchange.changed')
  const same =
    there.helper === ask.helper &&
    there.title === ask.title &&
    there.need === ask.need &&
    there.hours === ask.hours &&
    there.amount === ask.amount
  return same ? ok({ id: there.id }) : refuse('exchange.already-asked')
}
