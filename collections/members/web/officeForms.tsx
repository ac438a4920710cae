import { civilDate } from '@/core/dates'
import type { FormState, RouteContext } from '@/hooks'
import { Confirm, DateInput, Select, TextArea } from '@/ui'
import { staffAreas } from '../areas'
import type { LogeName } from '../contract'
import { officeTexts } from '../i18n/office'
import type { PersonFile } from '../service/readFile'
import { fileHref } from './office'

export type OfficeAct = 'suspendre' | 'lever' | 'depart' | 'roles' | 'retirer'
/** The form that was refused: which one, for which role, and what is wrong with it. */
export type Sent = { act: OfficeAct; grant?: string | undefined; state: FormState } | null

type Props = { ctx: RouteContext; file: PersonFile; sent: Sent }

/** What a question shown again after a refusal needs. */
const again = (sent: Sent, act: OfficeAct, grant?: string) =>
  sent?.act === act && sent.grant === grant
    ? { open: true, errors: sent.state.errors, values: sent.state.values }
    : {}

const today = (ctx: RouteContext) => civilDate(ctx.now, ctx.app.settings.timeZone)

export function SuspendForm({ ctx, file, sent }: Props) {
  const t = officeTexts(ctx.lang).suspend
  return (
    <Confirm
      id="suspendre"
      label={t.label}
      question={t.question(file.name)}
      consequence={t.consequence}
      confirm={t.submit}
      action={`${fileHref(file.id)}/suspendre`}
      {...again(sent, 'suspendre')}
    >
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={500} />
      <DateInput name="until" label={t.until} hint={t.untilHint} min={today(ctx)} optional />
    </Confirm>
  )
}

export function LiftForm({ ctx, file, sent }: Props) {
  const t = officeTexts(ctx.lang)
  return (
    <Confirm
      id="lever"
      kind="main"
      label={t.lift.label}
      question={t.lift.question(file.name)}
      consequence={t.lift.consequence(t.standings[file.row.before ?? 'prospect'])}
      confirm={t.lift.submit}
      action={`${fileHref(file.id)}/lever`}
      {...again(sent, 'lever')}
    />
  )
}

export function LeaveForm({ ctx, file, sent }: Props) {
  const t = officeTexts(ctx.lang).leave
  return (
    <Confirm
      id="depart"
      label={t.label}
      question={t.question(file.name)}
      consequence={t.consequence}
      confirm={t.submit}
      action={`${fileHref(file.id)}/depart`}
      {...again(sent, 'depart')}
    >
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={500} />
    </Confirm>
  )
}

/** A role is one answer, `staff:content` or `coordinator:<loge>`, so that no script has to fit two fields together. */
export function GiveForm({ ctx, file, sent, loges }: Props & { loges: readonly LogeName[] }) {
  const t = officeTexts(ctx.lang)
  const { give } = t
  const inLoges = (role: 'coordinator' | 'provider') =>
    loges.map(({ id, name }) => ({ value: `${role}:${id}`, label: name }))
  const member = file.standing === 'active' || file.standing === 'grace'
  const ofLoges =
    member && loges.length > 0
      ? [
          { group: give.coordinator, options: inLoges('coordinator') },
          { group: give.provider, options: inLoges('provider') },
        ]
      : []
  return (
    <Confirm
      id="roles"
      kind="main"
      label={give.label}
      question={give.question(file.name)}
      consequence={give.consequence}
      confirm={give.submit}
      action={`${fileHref(file.id)}/roles`}
      {...again(sent, 'roles')}
    >
      <Select
        name="role"
        label={give.role}
        hint={give.roleHint}
        options={[
          {
            group: give.staff,
            options: staffAreas(ctx.app).map(({ value, label, off }) => ({
              value: `staff:${value}`,
              label: off ? give.areaOff(label[ctx.lang]) : label[ctx.lang],
            })),
          },
          ...ofLoges,
          {
            group: give.administration,
            options: [{ value: 'administrator', label: give.administrator }],
          },
        ]}
      />
      <DateInput name="until" label={give.until} hint={give.untilHint} min={today(ctx)} optional />
    </Confirm>
  )
}

export function EndForm({ ctx, file, sent, grant, role }: Props & { grant: string; role: string }) {
  const t = officeTexts(ctx.lang).end
  return (
    <Confirm
      id={`retirer-${grant}`}
      label={
        <>
          {t.label}
          <span className="visually-hidden"> {role}</span>
        </>
      }
      question={t.question}
      consequence={t.consequence(file.name)}
      confirm={t.submit}
      action={`${fileHref(file.id)}/roles/${grant}/retirer`}
      {...again(sent, 'retirer', grant)}
    />
  )
}
