import { z } from 'zod'
import type { PersonCard } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service'
import { taskOf } from '@/collections/tasks/service'
import { formatNumber } from '@/core/lang'
import { notFound, page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  Confirm,
  DateText,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  PostButton,
  Prose,
  Section,
  Stack,
  StatusTag,
  T,
} from '@/ui'
import { writesLetters } from '../collections'
import { texts } from '../i18n'
import { letterBody } from '../mails'
import { countSent, NONE_SENT, type SentCounts } from '../service/countSent'
import { tryLetter } from '../service/deliver'
import { type Forecast, forecastLetter } from '../service/recipients'
import { findLetter, type LetterRow } from '../service/rows'
import { discardLetter } from '../service/saveLetter'
import { sendLetter } from '../service/sendLetter'
import { actHref, letterHref, MY_NEWS, OFFICE } from './paths'

type Props = { ctx: RouteContext; letter: LetterRow }
const NOBODY: ReadonlyMap<string, PersonCard> = new Map()

/** `/bureau/lettres/:id`: a draft as it would leave, then to whom, and what sends it; a letter that has left, and what came of it. */
async function show(ctx: RouteContext): Promise<Reply> {
  const letter = await findLetter(ctx.app, ctx.params.id ?? '')
  if (!letter) return notFound()
  const { show: t, list } = texts(ctx.lang)
  const draft = letter.state === 'draft'
  const props = { ctx, letter }
  const people = draft ? NOBODY : await readPeople(ctx.app, [letter.by, letter.sentBy])
  // Whoever sends it signs it: of a draft, whoever looks at it.
  const from = draft ? ctx.who?.name : people.get(letter.sentBy ?? letter.by)?.name
  return page({
    title: letter.subject,
    layout: 'extranet',
    current: OFFICE,
    breadcrumbs: [{ label: list.title, href: OFFICE }, { label: letter.subject }],
    view: (
      <Page width="text">
        <PageHeading
          title={letter.subject}
          kicker={<StatusTag kind={draft ? 'draft' : 'done'}>{draft ? t.draft : t.sent}</StatusTag>}
          lead={ctx.lang === 'en' ? letter.toEn : letter.toFr}
        />
        {!draft && (await aboutSent(props, people))}
        <Letter {...props} from={from ?? ''} />
        {draft && (await aboutDraft(props))}
      </Page>
    ),
  })
}

/** What each reads, in the language it was written in. */
function Letter({ ctx, letter, from }: Props & { from: string }) {
  const t = texts(ctx.lang).show
  const choice = letter.kind === 'news' ? MY_NEWS : ''
  const reader = { name: ctx.who?.name ?? '', from, choice }
  return (
    <>
      <Section title={t.letter}>
        <div lang="fr">
          <Prose>{letterBody({ ...reader, text: letter.text }, 'fr')}</Prose>
        </div>
      </Section>
      {letter.subjectEn && letter.textEn && (
        <Section title={t.english}>
          <div lang="en">
            <Prose>
              <p>
                <strong>{letter.subjectEn}</strong>
              </p>
              {letterBody({ ...reader, text: letter.textEn }, 'en')}
            </Prose>
          </div>
        </Section>
      )}
    </>
  )
}

async function aboutDraft({ ctx, letter }: Props) {
  const t = texts(ctx.lang).show
  const forecast = await forecastLetter(ctx.app, letter, ctx.who)
  const sendable = forecast.ok && forecast.value.written > 0
  return (
    <Section title={t.who}>
      <Stack>
        {forecast.ok ? (
          <Recipients ctx={ctx} forecast={forecast.value} />
        ) : (
          <Notice kind="warning" title={t.notYours}>
            {t.notYoursText}
          </Notice>
        )}
        <Actions>
          <PostButton action={actHref(letter.id, 'essai')}>{t.trial}</PostButton>
          <ButtonLink kind="quiet" href={actHref(letter.id, 'modifier')}>
            {t.edit}
          </ButtonLink>
        </Actions>
        {sendable && (
          <Confirm
            kind="main"
            label={t.send(forecast.value.written)}
            question={t.question}
            consequence={t.consequence(forecast.value.written)}
            confirm={t.confirm}
            action={actHref(letter.id, 'envoyer')}
            hidden={{ rev: letter.rev }}
          />
        )}
        <Confirm
          label={t.discard}
          question={t.discardQuestion}
          consequence={t.discardConsequence}
          confirm={t.discardConfirm}
          action={actHref(letter.id, 'jeter')}
        />
      </Stack>
    </Section>
  )
}

function Recipients({ ctx, forecast }: { ctx: RouteContext; forecast: Forecast }) {
  const t = texts(ctx.lang).show
  const { written, declined, away, names } = forecast
  if (written === 0)
    return (
      <Notice kind="warning" title={t.nobody}>
        {t.nobodyText}
      </Notice>
    )
  return (
    <>
      <p className="lead">
        <T>{`${t.written(written)}${ctx.lang === 'fr' ? ' :' : ':'}`}</T>
      </p>
      <p>
        <T>{t.names(names.join(', '), written - names.length)}</T>
      </p>
      {declined > 0 && (
        <p className="soft">
          <T>{t.declined(declined)}</T>
        </p>
      )}
      {away > 0 && (
        <p className="soft">
          <T>{t.away(away)}</T>
        </p>
      )}
    </>
  )
}

async function aboutSent({ ctx, letter }: Props, people: ReadonlyMap<string, PersonCard>) {
  const { show: t, form } = texts(ctx.lang)
  const [counts, task] = await Promise.all([
    countSent(ctx.app, [letter.id]),
    taskOf(ctx.app, 'letters.send', letter.id),
  ])
  const mails = counts.get(letter.id) ?? NONE_SENT
  const nameOf = (id: string | null | undefined) => people.get(id ?? '')?.name ?? '–'
  return (
    <Section title={t.whoSent}>
      <Stack>
        <DefinitionList
          items={[
            { term: t.kind, value: form.kinds[letter.kind] },
            { term: t.by, value: nameOf(letter.by) },
            { term: t.sentBy, value: nameOf(letter.sentBy) },
            ...(letter.sentAt ? [{ term: t.sentAt, value: <DateText at={letter.sentAt} /> }] : []),
            { term: t.people, value: formatNumber(letter.people ?? 0, ctx.lang) },
            ...(Object.keys(t.mails) as (keyof SentCounts)[])
              .filter((name) => name === 'sent' || mails[name] > 0)
              .map((name) => ({ term: t.mails[name], value: formatNumber(mails[name], ctx.lang) })),
          ]}
        />
        <Actions>
          {task && <ButtonLink href={`/bureau/travaux/${task.id}`}>{t.follow}</ButtonLink>}
          {mails.failed > 0 && (
            <ButtonLink
              kind="quiet"
              href={`/admin/collections/mails?where[state][equals]=failed&where[key][like]=letter:${letter.id}:`}
            >
              {t.failedAct}
            </ButtonLink>
          )}
        </Actions>
      </Stack>
    </Section>
  )
}

/** An act on a letter, then its page again. */
const act = (
  name: 'essai' | 'envoyer' | 'jeter',
  run: (ctx: RouteContext, letter: string, who: NonNullable<RouteContext['who']>) => Promise<Reply>,
) =>
  route({
    path: actHref(':id', name),
    access: writesLetters,
    get: async (ctx) => redirect(letterHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const id = ctx.params.id ?? ''
      return (await findLetter(ctx.app, id)) ? run(ctx, id, ctx.who) : notFound()
    },
  })

export const letterRoutes = [
  route({ path: letterHref(':id'), access: writesLetters, get: show }),
  act('essai', async (ctx, letter, by) => {
    const done = await tryLetter(ctx.app, { letter, by })
    return redirect(
      letterHref(letter),
      done.ok
        ? { kind: 'success', text: texts(ctx.lang).show.trialSent(done.value.to) }
        : { kind: 'refusal', text: ctx.reason(done) },
    )
  }),
  act('envoyer', async (ctx, letter, by) => {
    const form = await ctx.read(z.object({ rev: z.coerce.number().default(0) }))
    const done = form.ok
      ? await sendLetter(ctx.app, { letter, rev: form.data.rev, by })
      : ({ ok: false, reason: 'letter.changed' } as const)
    if (!done.ok) return redirect(letterHref(letter), { kind: 'refusal', text: ctx.reason(done) })
    const t = texts(ctx.lang).show
    return redirect(`/bureau/travaux/${done.value.task}`, {
      kind: 'success',
      text: done.value.already ? t.already : t.under,
    })
  }),
  act('jeter', async (ctx, letter, by) => {
    const done = await discardLetter(ctx.app, { letter, by })
    return done.ok
      ? redirect(`${OFFICE}?vue=brouillons`, { kind: 'success', text: texts(ctx.lang).show.discarded })
      : redirect(letterHref(letter), { kind: 'refusal', text: ctx.reason(done) })
  }),
]
