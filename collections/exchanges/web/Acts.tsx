import type { FormState } from '@/hooks'
import { Actions, Button, Confirm, Form, Notice, PostButton, RadioGroup, Section, TextArea } from '@/ui'
import type { Act } from '../domain/next'
import { isHolding } from '../domain/states'
import type { Texts } from '../i18n'
import type { ExchangeRow } from '../store/exchanges'
import { exchangeHref } from './actRoutes'
import type { View } from './sentence'

type Props = { row: ExchangeRow; view: View; t: Texts; acts: readonly Act[]; state: FormState }

/** What its reader may do now: one main act, what it costs beside it, the rest behind a second question. */
export function Acts({ row, view, t, acts, state }: Props) {
  if (acts.length === 0) return null
  const may = (act: Act) => acts.includes(act)
  const to = (path: string) => `${exchangeHref(row.id)}/${path}`
  const other = view.party === 'helper' ? view.requester : view.helper
  return (
    <>
      {may('approve') && <Evaluate {...{ row, view, t, state }} />}
      <Actions>
        {may('accept') && (
          <PostButton kind="main" action={to('accepter')} note={t.act.acceptNote(other, row.amount)}>
            {t.act.accept(row.amount)}
          </PostButton>
        )}
        {may('deliver') && (
          <PostButton kind="main" action={to('remise')} note={t.act.deliverNote(other)}>
            {t.act.deliver}
          </PostButton>
        )}
        {may('decline') && (
          <Confirm
            label={t.act.decline}
            question={t.act.declineQuestion}
            consequence={t.act.declineConsequence(other)}
            confirm={t.act.declineConfirm}
            action={to('decliner')}
          />
        )}
        {may('cancel') && (
          <Confirm
            label={t.act.cancel}
            question={t.act.cancelQuestion}
            consequence={isHolding(row.state) ? t.act.cancelHeld(row.amount) : t.act.cancelConsequence}
            confirm={t.act.cancelConfirm}
            action={to('annuler')}
          />
        )}
        {may('release') && (
          <Confirm
            label={t.act.release}
            question={t.act.releaseQuestion}
            consequence={t.act.releaseConsequence(row.amount)}
            confirm={t.act.releaseConfirm}
            action={to('rendre')}
          />
        )}
      </Actions>
    </>
  )
}

/** The evaluation: from 3 up the TS move; 1 and 2 call for staff. A disputed exchange can only be made good. */
function Evaluate({ row, view, t, state }: Omit<Props, 'acts'>) {
  const disputed = row.state === 'disputed'
  const ratings = ([5, 4, 3, 2, 1] as const).filter((n) => !disputed || n >= 3)
  const own = view.party === 'requester'
  return (
    <Section title={own ? t.act.evaluateTitle : t.act.staffEvaluateTitle} id="evaluer">
      {disputed && own && <Notice kind="tip">{t.act.changeMind}</Notice>}
      <Form action={`${exchangeHref(row.id)}/evaluer`} errors={state.errors} values={state.values}>
        <RadioGroup
          name="note"
          label={t.act.rating}
          hint={disputed ? undefined : t.act.ratingHint}
          options={ratings.map((n) => ({ value: String(n), label: t.act.ratings[n] }))}
        />
        <TextArea
          name="commentaire"
          label={t.act.comment}
          hint={t.act.commentHint}
          rows={3}
          maxLength={2000}
          optional
        />
        <Actions>
          <Button note={own ? t.act.evaluateNote(view.helper, row.amount) : t.act.staffNote}>
            {disputed ? t.act.pay(row.amount) : t.act.evaluate}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
