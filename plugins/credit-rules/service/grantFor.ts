import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount, openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { civilDate } from '@/core/dates'
import type { App } from '@/hooks'
import { CREDIT_RULES, type RuleEvent } from '../contract'
import { type CreditRule, grantKey, rulesFor } from '../domain/rules'
import { seedRules } from './seedRules'

/**
 * Grants a person what the rules in force on the day of the event give for it, from the association's pool.
 * The account is opened first, also where no rule grants anything. A grant is once a rule and person, for
 * ever: a repeated delivery, or another season, finds the key taken.
 * @param at when the event came to pass (ISO), so that a late delivery follows the rules of that day
 */
export async function grantFor(app: App, event: RuleEvent, person: string, at: string): Promise<void> {
  await seedRules(app)
  await Promise.all([openPool(app), openMemberAccount(app, person)])
  const { docs } = await app.payload.db.find<CreditRule & { id: string }>({
    collection: CREDIT_RULES,
    where: { event: { equals: event } },
    pagination: false,
    limit: 100,
  })
  const day = civilDate(new Date(at), app.settings.timeZone)
  for (const rule of rulesFor(docs, event, day)) await grant(app, rule, person)
}

async function grant(app: App, rule: CreditRule, person: string): Promise<void> {
  const done = await ledgerOf(app).transfer({
    actor: 'system',
    key: grantKey(rule.key, person),
    debit: POOL,
    credit: memberAccount(person),
    amount: rule.amount,
    code: rule.key,
  })
  // The amount was changed since the first grant: what was given stands.
  if (done.ok || done.reason === 'key.reused') return
  app.log.warn({ person, rule: rule.key, reason: done.reason }, 'TS could not be granted')
}
