import { addDays, type CivilDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import type { RouteContext } from '@/hooks'
import type { TimelineEvent } from '@/ui'
import { keptUntil, renewalPhase } from '../../domain/renewal'
import { type NextSeason, opensTo } from '../../domain/rollover/nextSeason'
import { lastDayOfGrace } from '../../domain/seasonTurn'
import { rolloverTexts } from '../../i18n/rollover'
import { todayOf } from '../../service/readCounter'
import type { readRenewalSettings } from '../../service/renewal/readRenewalSettings'
import type { RolloverFigures } from '../../service/rollover/readRollover'
import type { SeasonRow } from '../../service/rows'

type Settings = Awaited<ReturnType<typeof readRenewalSettings>>
type Plan = {
  ctx: RouteContext
  from: SeasonRow
  /** The first day on which it is over. */
  ends: CivilDate
  next: SeasonRow | NextSeason
  made: boolean
  figures: RolloverFigures
  settings: Settings
}

/** What an end that is past brings with it. */
const AT_ONCE: ReadonlySet<string | undefined> = new Set(['ends', 'lapses'])

/** What is done now, then what comes by itself, in the order of its days. */
export function rolloverEvents({ ctx, from, ends, next, made, figures, settings }: Plan): TimelineEvent[] {
  const t = rolloverTexts(ctx.lang)
  const today = todayOf(ctx.app)
  const title = (season: SeasonRow | NextSeason) => (ctx.lang === 'en' ? season.titleEn : season.titleFr)
  const state = 'state' in next ? next.state : undefined
  const season = { ...next, renews: from.id, state: opensTo(state) }
  const phase = renewalPhase(season, today)
  const now: TimelineEvent[] = [
    ...(made
      ? [
          {
            key: 'made',
            title: t.made(title(next)),
            note: t.madeNote(next.cap, formatCents(next.feeCents, ctx.lang, { short: true })),
            state: 'now' as const,
          },
        ]
      : []),
    ...(state === 'draft' ? [{ key: 'opened', title: t.opened(title(next)), state: 'now' as const }] : []),
    ...(phase === 'kept'
      ? [{ key: 'kept', title: t.keptNow, note: t.keptNowNote(figures.members), state: 'now' as const }]
      : []),
  ]
  const { remind, graceDays } = settings
  const days: (TimelineEvent & { at: CivilDate })[] = [
    ...(phase === 'before' && next.renewalOpensOn
      ? [{ key: 'renewal', title: t.keptThen, at: next.renewalOpensOn }]
      : []),
    ...[-remind.first, -remind.second, remind.after]
      .filter((offset) => offset !== 0)
      .map((offset) => ({ key: `remind${offset}`, title: t.reminders, at: addDays(ends, offset) })),
    { key: 'ends', title: t.ends(title(from)), at: ends, note: t.endsNote(graceDays) },
    { key: 'opens', title: t.opens, at: next.opensOn },
    ...(phase === 'before' || phase === 'kept'
      ? [{ key: 'released', title: t.released, at: keptUntil(season) }]
      : []),
    ...(graceDays > 0
      ? [
          {
            key: 'lapses',
            title: t.lapses,
            at: addDays(lastDayOfGrace(ends, graceDays), 1),
            note: t.lapsesNote(figures.wouldLose),
          },
        ]
      : []),
  ]
  const sorted = days.sort((a, b) => a.at.localeCompare(b.at))
  // An end that is said only now and is past already is felt at once.
  const atOnce = sorted.filter(({ key, at }) => at <= today && !from.endsOn && AT_ONCE.has(key))
  const coming = sorted.filter(({ at }) => at > today)
  return [
    ...now,
    ...atOnce.map((event) => ({ ...event, state: 'now' as const })),
    ...coming.map((event) => ({ ...event, state: 'next' as const })),
  ]
}
