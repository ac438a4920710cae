import { listSilent } from '@/collections/members/store/silentPeople'
import { START } from '@/collections/tasks/contract'
import { findTask, startTask } from '@/collections/tasks/service'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import type { App, TaskKind } from '@/hooks'
import type { Audience } from '@/plugins/letters/contract'
import { handlesFollowUp } from '../domain/access'
import { silentBefore } from '../domain/tasks'
import { texts } from '../i18n'
import { SILENT } from '../web/paths'
import { contactSilent, contactsOf, readFollowUpSettings } from './contactSilent'

/** People a step: each is decided by a row of their own. */
const PEOPLE = 25

/** Silent members in the order of their ids, after one of them; and how many there are in all from there. */
async function silentAfter(app: App, ask: { after: string; limit: number; without?: string }) {
  const { silentDays } = await readFollowUpSettings(app)
  const { rows, total } = await listSilent(app.payload, {
    before: silentBefore(app.clock.now(), silentDays),
    after: ask.after,
    ...(ask.without ? { without: ask.without } : {}),
    skip: 0,
    limit: ask.limit,
  })
  const people = rows.map((row) => row.person)
  return { people, total, next: total > people.length ? (people.at(-1) ?? null) : null }
}

/** The people of one step, and where the next begins. */
async function turnOf(app: App, people: readonly string[] | null, cursor: string, without: string) {
  if (people === null)
    return silentAfter(app, { after: cursor === START ? '' : cursor, limit: PEOPLE, without })
  const from = Number(cursor)
  const part = people.slice(from, from + PEOPLE)
  return { people: part, next: from + PEOPLE < people.length ? String(from + PEOPLE) : null }
}

/**
 * Silent members are written to, some at a step. Who was written to since the act was begun counts as written to by it,
 * so that a step run again comes to the same.
 */
export const remindTask: TaskKind<'follow-up.remind'> = {
  title: ({ people }, lang) => {
    const t = texts(lang).silent
    return people ? t.task(people.length) : t.taskAll
  },
  counts: (lang) => texts(lang).silent.counts,
  access: handlesFollowUp,
  href: () => SILENT,
  step: async (app, { task, input, cursor, by }) => {
    const { people, next } = await turnOf(app, input.people, cursor, by.id)
    const done = await contactSilent(app, { people, by })
    if (!done.ok && done.reason !== 'follow-up.nobody') return done
    const [act, contacts] = await Promise.all([findTask(app, task), contactsOf(app, people)])
    const since = new Date(act?.createdAt ?? 0)
    const sent = [...contacts.values()].filter((row) => new Date(row.contactedAt) >= since).length
    return ok({ next, done: people.length, counts: { sent, left: people.length - sent } })
  },
}

/** Begins to write to silent members: some, or all (null). The same key is once. Refusals: `follow-up.*`, `task.*`. */
export async function startReminders(
  app: App,
  ask: { people: readonly string[] | null; key: string; by: Person },
): Promise<Result<{ task: string; already: boolean }>> {
  if (!handlesFollowUp(ask.by)) return refuse('follow-up.not-allowed')
  const people = ask.people && [...new Set(ask.people)].filter((id) => id !== ask.by.id)
  const total = people
    ? people.length
    : (await silentAfter(app, { after: '', limit: 1, without: ask.by.id })).total
  if (total === 0) return refuse('follow-up.nobody')
  return startTask(app, {
    kind: 'follow-up.remind',
    input: { people },
    key: `${ask.by.id}:${ask.key}`,
    total,
    by: ask.by,
  })
}

const silent: Audience = {
  id: 'silent',
  label: { fr: texts('fr').silent.audience, en: texts('en').silent.audience },
  access: handlesFollowUp,
  people: (app, { after, limit }) => silentAfter(app, { after, limit }),
}

/** A letter of one's own words to the silent, where somebody writes letters. */
export const silentAudience = async (_app: App, known: Audience[]): Promise<Result<Audience[]>> =>
  ok([...known, silent])
