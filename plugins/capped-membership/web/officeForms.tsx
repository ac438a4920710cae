import type { ReactNode } from 'react'
import { civilDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import type { FormState, RouteContext } from '@/hooks'
import { Button, Confirm, DateInput, Form, RadioGroup, Section, Select, TextArea, TextInput } from '@/ui'
import { HAND_METHODS, REFUSAL_CODES } from '../contract'
import { wallTime } from '../domain/wallTime'
import { texts } from '../i18n'
import { applicationTexts } from '../i18n/applications'
import { figureTexts, refusalWords } from '../i18n/figures'
import type { File } from '../service/readFile'
import { fileHref } from './officeAccess'

/** The forms of the office: which one was sent, and what is wrong with it. */
export type Sent = { act: OfficeAct; state: FormState } | null
export type OfficeAct =
  | 'entretien'
  | 'compte-rendu'
  | 'accepter'
  | 'refuser'
  | 'cotisation'
  | 'liberer-place'
  | 'recandidature'
  | 'annuler-renouvellement'

type Props = { ctx: RouteContext; file: File; sent: Sent }

const stateOf = (sent: Sent, act: OfficeAct): Partial<FormState> => (sent?.act === act ? sent.state : {})
const action = (file: File, act: OfficeAct) => `${fileHref(file.application.id)}/${act}`

export function PlanForm({ ctx, file, sent }: Props) {
  const t = texts(ctx.lang).office.plan
  const { interviewAt, interviewPlace } = file.application
  return (
    <Section title={interviewAt ? t.again : t.title} id="entretien-titre">
      <Form id="entretien" action={action(file, 'entretien')} {...stateOf(sent, 'entretien')}>
        <TextInput
          name="at"
          type="datetime-local"
          label={t.at}
          hint={t.atHint}
          size="medium"
          value={interviewAt ? wallTime(new Date(interviewAt), ctx.app.settings.timeZone) : undefined}
        />
        <TextInput
          name="place"
          label={t.place}
          hint={t.placeHint}
          maxLength={300}
          value={interviewPlace ?? undefined}
        />
        <Button kind={interviewAt ? 'secondary' : 'main'} note={t.note}>
          {t.submit}
        </Button>
      </Form>
    </Section>
  )
}

export function ReportForm({ ctx, file, sent }: Props) {
  const t = texts(ctx.lang).office.report
  const { report } = file.application
  return (
    <Section title={report ? t.edit : t.title} id="compte-rendu-titre">
      <Form id="compte-rendu" action={action(file, 'compte-rendu')} {...stateOf(sent, 'compte-rendu')}>
        <TextArea
          name="report"
          label={t.label}
          hint={t.hint}
          rows={8}
          maxLength={8000}
          value={report ?? undefined}
        />
        <Button kind={report ? 'secondary' : 'main'}>{t.submit}</Button>
      </Form>
    </Section>
  )
}

export function DecisionForms({
  ctx,
  file,
  sent,
  holdDays,
  children,
}: Props & { holdDays: number; children: ReactNode }) {
  const t = texts(ctx.lang).office
  const { decide } = applicationTexts(ctx.lang)
  return (
    <Section title={t.accept.title} id="decision" lead={t.file.report}>
      {children}
      <Form id="accepter" action={action(file, 'accepter')} {...stateOf(sent, 'accepter')}>
        <TextArea
          name="reason"
          label={decide.word}
          hint={decide.wordHint}
          optional
          rows={3}
          maxLength={3000}
        />
        <Button note={t.accept.note(holdDays)}>{t.accept.submit}</Button>
      </Form>
    </Section>
  )
}

export function RefuseForm({ ctx, file, sent }: Props) {
  const t = texts(ctx.lang).office.refuse
  const f = figureTexts(ctx.lang)
  const state = stateOf(sent, 'refuser')
  const said = state.values?.reason
  return (
    <Confirm
      label={t.label}
      question={t.question}
      consequence={t.consequence}
      confirm={t.submit}
      action={action(file, 'refuser')}
      open={sent?.act === 'refuser'}
    >
      <Select
        name="code"
        label={f.code}
        hint={f.codeHint}
        options={REFUSAL_CODES.map((value) => ({ value, label: refusalWords(ctx.lang)[value] }))}
        value={typeof state.values?.code === 'string' ? state.values.code : undefined}
        error={state.errors?.code}
      />
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        rows={4}
        maxLength={3000}
        value={typeof said === 'string' ? said : undefined}
        error={state.errors?.reason}
      />
    </Confirm>
  )
}

export function PaymentForm({ ctx, file, sent }: Props) {
  const t = texts(ctx.lang)
  const p = t.office.pay
  const due = file.application.dueCents ?? file.season?.feeCents ?? 0
  const today = civilDate(ctx.now, ctx.app.settings.timeZone)
  return (
    <Section title={p.title} id="cotisation-titre">
      <Form id="cotisation" action={action(file, 'cotisation')} {...stateOf(sent, 'cotisation')}>
        <TextInput
          name="amount"
          label={p.amount}
          hint={p.amountHint(formatCents(due, ctx.lang))}
          inputMode="decimal"
          size="short"
          unit="€"
          value={euros(due, ctx.lang)}
        />
        <RadioGroup
          name="method"
          label={p.method}
          inline
          options={HAND_METHODS.map((value) => ({ value, label: t.methods[value] }))}
        />
        <DateInput name="receivedOn" label={p.receivedOn} value={today} max={today} />
        <TextInput
          name="reference"
          label={p.reference}
          hint={p.referenceHint}
          optional
          size="medium"
          maxLength={80}
        />
        <Button note={p.note}>{p.submit}</Button>
      </Form>
    </Section>
  )
}

/** 500 → « 5,00 » / "5.00", as it is typed. */
const euros = (cents: number, lang: 'fr' | 'en'): string => {
  const text = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  return lang === 'fr' ? text.replace('.', ',') : text
}

export function FreeSeatForm({ ctx, file }: Props) {
  const t = texts(ctx.lang).office.free
  return (
    <Confirm
      label={t.label}
      question={t.question}
      consequence={t.consequence}
      confirm={t.submit}
      action={action(file, 'liberer-place')}
    />
  )
}
