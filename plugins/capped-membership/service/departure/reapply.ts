import { queueMail } from '@/collections/mail/service/queueMail'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { MAX_ROUNDS, nextRound } from '../../domain/departure'
import { applicationKey } from '../../domain/keys'
import { type Actor, handlesApplications, mayAct, notOwn } from '../actor'
import { type ApplicationRow, findApplication, many } from '../rows'

/** The round as which an address may apply in a season; null when a file of its own stands in the way. */
export async function roundOf(app: App, season: string, email: string): Promise<number | null> {
  const keys = Array.from({ length: MAX_ROUNDS }, (_, i) => applicationKey(season, email, i + 1))
  const files = await many<ApplicationRow>(app, APPLICATIONS, { key: { in: keys } })
  return nextRound(
    files.map((f) => ({ round: f.round ?? 1, state: f.state, mayReapply: Boolean(f.reapplyAt) })),
  )
}

/**
 * Lets somebody whose file was refused apply again this season; the mail says so. Again is harmless.
 * Refusals: `staff.not-allowed`, `application.unknown`, `application.own`, `reapply.not-now`.
 */
export async function allowReapplying(
  app: App,
  ask: { application: string; by: Actor },
): Promise<Result<{ again: boolean }>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const row = await findApplication(app, ask.application)
  if (!row) return refuse('application.unknown')
  const foreign = notOwn(ask.by, row.person)
  if (!foreign.ok) return foreign
  if (row.state !== 'refused') return refuse('reapply.not-now')
  const first = await compareAndSet(
    app,
    APPLICATIONS,
    { and: [{ id: { equals: row.id } }, { state: { equals: 'refused' } }, { reapplyAt: { exists: false } }] },
    { reapplyAt: app.clock.now().toISOString() },
  )
  // Under a key of its own, so that a crash before it is mended by pressing again.
  await queueMail(app, {
    key: `membership.reapply:${row.id}`,
    to: row.email,
    ...(row.person ? { person: row.person } : {}),
    lang: row.lang,
    template: 'membership.reapply',
    data: { name: row.name, url: `${app.settings.publicUrl}/adhesion/candidature` },
  })
  return ok({ again: !first })
}
