import { z } from 'zod'
import type { Loge } from '@/collections/loges/contract'
import { knownLoges } from '@/collections/loges/service/knownLoges'
import { isCivilDate } from '@/core/dates'
import type { Person } from '@/core/person'
import { isPhone } from '@/core/phone'
import type { App, FormState } from '@/hooks'
import { Actions, Button, DateInput, Fieldset, Form, RadioGroup, Select, TextArea, TextInput } from '@/ui'
import { logesOf } from '../access'
import { type MissionText, MODES, type Prospect } from '../contract'
import type { Texts } from '../i18n'

/** Loges a person may post for: its own, or for staff all that are open. */
export async function postingLoges(app: App, who: Person): Promise<Loge[]> {
  const own = logesOf(who)
  const all = await knownLoges(app)
  return own === null ? all : all.filter((loge) => own.includes(loge.id))
}

export const missionSchema = (t: Texts['form']['errors']) => {
  const short = (max: number) => z.string().trim().max(max, t.long).default('')
  return z.object({
    cle: z.uuid(),
    act: z.enum(['brouillon', 'envoyer']).default('brouillon'),
    titre: z.string(t.name).trim().min(5, t.name).max(120, t.name),
    description: z.string(t.brief).trim().min(20, t.brief).max(6000, t.brief),
    competences: short(1000),
    mode: z.enum(MODES, t.mode),
    loge: short(100),
    budget: short(120),
    echeance: z
      .string()
      .trim()
      .default('')
      .refine((s) => s === '' || isCivilDate(s), t.deadline),
    nom: short(120),
    organisation: short(160),
    courriel: z.union([z.literal(''), z.email()], t.email).default(''),
    telephone: short(40).refine((text) => text === '' || isPhone(text), t.phone),
    notes: short(2000),
  })
}
export type MissionForm = z.infer<ReturnType<typeof missionSchema>>

export const textOf = (form: MissionForm): MissionText => ({
  title: form.titre,
  brief: form.description.replaceAll('\r\n', '\n'),
  skills: form.competences.replaceAll('\r\n', '\n'),
  mode: form.mode,
  loge: form.loge || null,
  budget: form.budget,
  deadline: form.echeance || null,
})

export const prospectOf = (form: MissionForm): Prospect => ({
  name: form.nom,
  organisation: form.organisation,
  email: form.courriel,
  phone: form.telephone,
  notes: form.notes,
})

/** Which field a refusal is about. */
export const fieldOf = (reason: string): string =>
  reason === 'mission.deadline-past' ? 'echeance' : reason === 'mission.loge-not-yours' ? 'loge' : ''

/** A mission as the form's values. */
export const valuesOf = (text: MissionText, prospect: Prospect | null): Record<string, string> => ({
  titre: text.title,
  description: text.brief,
  competences: text.skills ?? '',
  mode: text.mode,
  loge: text.loge ?? '',
  budget: text.budget ?? '',
  echeance: text.deadline ?? '',
  nom: prospect?.name ?? '',
  organisation: prospect?.organisation ?? '',
  courriel: prospect?.email ?? '',
  telephone: prospect?.phone ?? '',
  notes: prospect?.notes ?? '',
})

type Props = {
  t: Texts
  action: string
  state: FormState
  loges: Loge[]
  formKey: string
  /** A mission that is there already is saved; a new one is a draft or sent. */
  editing?: boolean
}

export function MissionFields({ t, action, state, loges, formKey, editing }: Props) {
  return (
    <Form action={action} errors={state.errors} values={state.values} hidden={{ cle: formKey }}>
      <TextInput name="titre" label={t.form.name} hint={t.form.nameHint} maxLength={120} />
      <TextArea name="description" label={t.form.brief} hint={t.form.briefHint} rows={8} maxLength={6000} />
      <TextArea
        name="competences"
        label={t.form.skills}
        hint={t.form.skillsHint}
        rows={3}
        maxLength={1000}
        optional
      />
      <RadioGroup
        name="mode"
        label={t.form.mode}
        value="cooperative"
        options={MODES.map((value) => ({ value, label: t.modes[value], hint: t.modeHints[value] }))}
      />
      {loges.length > 0 && (
        <Select
          name="loge"
          label={t.form.loge}
          empty={t.form.noLoge}
          optional
          options={loges.map((loge) => ({ value: loge.id, label: loge.name }))}
        />
      )}
      <TextInput name="budget" label={t.form.budget} hint={t.form.budgetHint} maxLength={120} optional />
      <DateInput name="echeance" label={t.form.deadline} optional />
      <Fieldset legend={t.form.prospect} hint={t.form.prospectHint}>
        <TextInput name="nom" label={t.page.name} maxLength={120} optional autoComplete="off" />
        <TextInput
          name="organisation"
          label={t.page.organisation}
          maxLength={160}
          optional
          autoComplete="off"
        />
        <TextInput
          name="courriel"
          label={t.page.email}
          type="email"
          maxLength={200}
          optional
          autoComplete="off"
        />
        <TextInput
          name="telephone"
          label={t.page.phone}
          type="tel"
          maxLength={40}
          optional
          autoComplete="off"
        />
        <TextArea name="notes" label={t.page.notes} rows={3} maxLength={2000} optional />
      </Fieldset>
      <Actions>
        {editing ? (
          <Button>{t.form.saveEdit}</Button>
        ) : (
          <>
            <Button name="act" value="envoyer" note={t.acts.submitNote}>
              {t.form.submit}
            </Button>
            <Button kind="secondary" name="act" value="brouillon">
              {t.form.save}
            </Button>
          </>
        )}
      </Actions>
    </Form>
  )
}
