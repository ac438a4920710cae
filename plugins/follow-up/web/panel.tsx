import { readPeople } from '@/collections/members/service'
import { formatDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { FormState, WidgetContext } from '@/hooks'
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Disclosure,
  Form,
  Select,
  Stack,
  T,
  TextArea,
  Timeline,
  type TimelineEvent,
} from '@/ui'
import { CHANNELS } from '../contract'
import { mayFollow } from '../domain/access'
import { texts } from '../i18n'
import { type Colleague, readTeam } from '../service/colleagues'
import { type NoteRow, notesOf } from '../service/rows'
import { logHref } from './paths'

const SHOWN = 3

/** On the files of people: the last conversations, and the form to note another. */
export async function followUpPanel(ctx: WidgetContext, { id, name }: { id: string; name: string }) {
  if (!mayFollow(ctx.who, id)) return null
  const t = texts(ctx.lang)
  const [{ rows, total }, team] = await Promise.all([notesOf(ctx.app, id, SHOWN), readTeam(ctx.app)])
  const names = await namesOf(ctx, rows)
  return (
    <section className="section">
      <h2>{t.panel.title}</h2>
      <Stack>
        {rows.length === 0 ? (
          <p className="soft">
            <T>{t.panel.empty}</T>
          </p>
        ) : (
          <Timeline label={t.log.title(name)} events={eventsOf(ctx, rows, names)} />
        )}
        <Disclosure summary={t.panel.add}>
          <NoteForm ctx={ctx} person={id} team={team} />
        </Disclosure>
        {total > SHOWN && (
          <Actions>
            <ButtonLink kind="quiet" href={logHref(id)}>
              {`${t.panel.all} (${total})`}
            </ButtonLink>
          </Actions>
        )}
      </Stack>
    </section>
  )
}

export const namesOf = (ctx: WidgetContext, rows: readonly NoteRow[]) =>
  readPeople(
    ctx.app,
    rows.flatMap((row) => [row.by, row.person, row.owner, row.doneBy]),
  )

type Names = Awaited<ReturnType<typeof namesOf>>

/** Conversations, the oldest first, as a line of time. */
export function eventsOf(ctx: WidgetContext, rows: readonly NoteRow[], names: Names): TimelineEvent[] {
  const t = texts(ctx.lang)
  const day = (date: string) => formatDate(date, ctx.lang, ctx.app.settings.timeZone)
  return rows.toReversed().map((row) => {
    const channel = t.channels[row.channel]
    return {
      key: row.id,
      title: channel.charAt(0).toUpperCase() + channel.slice(1),
      at: row.at,
      note: (
        <>
          {(row.said ?? t.panel.reminder).split(/\n+/).map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
            <div key={i}>
              <T>{line}</T>
            </div>
          ))}
          <div className="soft">
            <T>{t.panel.by(names.get(row.by)?.name ?? t.panel.program)}</T>
          </div>
          {row.task === 'open' && row.nextOn && (
            <div>
              <T>{t.log.next(day(row.nextOn))}</T>
            </div>
          )}
          {row.task === 'done' && (
            <div className="soft">
              <T>{t.log.settled}</T>
            </div>
          )}
        </>
      ),
      state: row.task === 'open' ? ('now' as const) : ('done' as const),
    }
  })
}

type NoteFormProps = {
  ctx: WidgetContext
  person: string
  team: readonly Colleague[]
  state?: FormState
}

/** Notes a conversation; its key makes of the form sent twice one note. */
export function NoteForm({ ctx, person, team, state }: NoteFormProps) {
  const t = texts(ctx.lang)
  const others = team.filter(({ id }) => id !== ctx.who?.id && id !== person)
  const key = state?.values.cle
  return (
    <Form
      id="echange"
      action={logHref(person)}
      values={state?.values ?? {}}
      errors={state?.errors ?? {}}
      hidden={{ cle: typeof key === 'string' && key ? key : newId() }}
    >
      <Select
        name="moyen"
        label={t.form.channel}
        empty={false}
        value="phone"
        options={CHANNELS.filter((c) => c !== 'reminder').map((value) => ({
          value,
          label: t.channels[value],
        }))}
      />
      <TextArea name="dit" label={t.form.said} hint={t.form.saidHint} rows={4} maxLength={4000} />
      <DateInput name="rappel" label={t.form.next} hint={t.form.nextHint} optional />
      {others.length > 0 && (
        <Select
          name="par"
          label={t.form.owner}
          empty={t.form.ownerMe}
          optional
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button kind="secondary">{t.form.submit}</Button>
    </Form>
  )
}
