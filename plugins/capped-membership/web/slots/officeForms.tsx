import { civilDate } from '@/core/dates'
import type { FormState, RouteContext } from '@/hooks'
import { Button, CheckboxGroup, DateInput, Disclosure, Form, Section, TextInput } from '@/ui'
import { applicationTexts } from '../../i18n/applications'

export type SentSlots = { form: 'un' | 'serie'; state: FormState } | null

type Props = { ctx: RouteContext; sent: SentSlots; minutes: number; action: string }

/** One slot, or a series of them; unfolded where something is wrong. */
export function PublishForms(props: Props) {
  const t = applicationTexts(props.ctx.lang).slots
  const { sent } = props
  return (
    <Section title={t.emptyAct} id="publier">
      <Disclosure summary={t.one} open={sent?.form === 'un'}>
        <OneForm {...props} />
      </Disclosure>
      <Disclosure summary={t.series} open={sent?.form === 'serie'}>
        <SeriesForm {...props} />
      </Disclosure>
    </Section>
  )
}

const stateOf = (sent: SentSlots, form: 'un' | 'serie'): Partial<FormState> =>
  sent?.form === form ? sent.state : {}

function LengthAndPlace({ ctx, minutes }: Pick<Props, 'ctx' | 'minutes'>) {
  const t = applicationTexts(ctx.lang).slots
  return (
    <>
      <TextInput
        name="minutes"
        label={t.minutes}
        inputMode="numeric"
        size="short"
        unit={t.minutesUnit}
        value={minutes}
      />
      <TextInput name="place" label={t.placeLabel} hint={t.placeHint} maxLength={300} />
    </>
  )
}

function OneForm({ ctx, sent, minutes, action }: Props) {
  const t = applicationTexts(ctx.lang).slots
  return (
    <Form id="un" action={action} {...stateOf(sent, 'un')}>
      <TextInput name="at" type="datetime-local" label={t.at} hint={t.atHint} size="medium" />
      <LengthAndPlace ctx={ctx} minutes={minutes} />
      <Button kind="secondary">{t.publish}</Button>
    </Form>
  )
}

function SeriesForm({ ctx, sent, minutes, action }: Props) {
  const t = applicationTexts(ctx.lang).slots
  const today = civilDate(ctx.now, ctx.app.settings.timeZone)
  return (
    <Form id="serie" action={`${action}/serie`} {...stateOf(sent, 'serie')}>
      <DateInput name="from" label={t.from} min={today} />
      <DateInput name="to" label={t.to} min={today} />
      <CheckboxGroup
        name="weekdays"
        label={t.weekdays}
        inline
        options={t.days.split('\n').map((label, i) => ({ value: String(i + 1), label }))}
      />
      <TextInput name="start" type="time" label={t.start} hint={t.hoursHint} size="short" />
      <TextInput name="end" type="time" label={t.end} size="short" />
      <LengthAndPlace ctx={ctx} minutes={minutes} />
      <Button kind="secondary">{t.publishSeries}</Button>
    </Form>
  )
}
