import { z } from 'zod'
import { isPhone } from '@/core/phone'
import type { RouteContext } from '@/hooks'
import { Actions, Button, Checkbox, Fieldset, T, TextArea, TextInput } from '@/ui'
import { texts } from '../../i18n'
import { applicationTexts } from '../../i18n/applications'

/** What is missing is said by its own sentence, so that the summary of errors can be read by itself. */
const line = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max)
const consent = (missing: string) => z.literal('oui', { error: missing })

/** In the order of the page, which is the order of the summary of errors. */
export const applicationSchema = z.object({
  name: line(120, 'application.name-missing'),
  email: z.email('application.email-missing').max(200),
  phone: z
    .string()
    .trim()
    .max(30)
    .refine((text) => text === '' || isPhone(text), 'application.phone-wrong')
    .optional(),
  activity: line(160, 'application.activity-missing'),
  skills: line(2000, 'application.skills-missing'),
  motives: line(4000, 'application.motives-missing'),
  charter: consent('application.charter-missing'),
  privacy: consent('application.privacy-missing'),
})

/** All that a file needs but the address. */
export const answersSchema = applicationSchema.omit({ email: true })

const some = (max: number) => z.string().trim().max(max).optional()

/** What a draft may hold: anything, as long as it is not longer than what may be filed. */
export const draftAnswersSchema = z.object({
  name: some(120),
  phone: some(30),
  activity: some(160),
  skills: some(2000),
  motives: some(4000),
  charter: z.literal('oui').optional(),
  privacy: z.literal('oui').optional(),
})

export const draftSchema = draftAnswersSchema.extend({ email: z.email('draft.email-missing').max(200) })

/** Which of the two buttons was pressed; Enter presses the first, which files. */
export const gestureSchema = z.object({ geste: z.literal('garder').optional().catch(undefined) })

type Ticks = { charter?: 'oui'; privacy?: 'oui' }
export const ticks = ({ charter, privacy }: Ticks) => ({
  charter: charter === 'oui',
  privacy: privacy === 'oui',
})

type Props = {
  ctx: RouteContext
  /** Proven, so that it is shown and not asked. */
  address?: string
  draftDays: number
}

/** The fields of the form, and its two buttons: the same for a new one and for a draft. */
export function ApplicationFields({ ctx, address, draftDays }: Props) {
  const f = texts(ctx.lang).form
  const d = applicationTexts(ctx.lang).draft
  return (
    <>
      <Fieldset legend={f.you}>
        <TextInput name="name" label={f.name} value={ctx.who?.name} autoComplete="name" maxLength={120} />
        {address ? (
          <p>
            <T>{f.emailSignedIn(address)}</T>
          </p>
        ) : (
          <TextInput
            name="email"
            type="email"
            label={f.email}
            hint={f.emailHint}
            autoComplete="email"
            maxLength={200}
          />
        )}
        <TextInput
          name="phone"
          type="tel"
          label={f.phone}
          hint={f.phoneHint}
          optional
          autoComplete="tel"
          size="medium"
          maxLength={30}
        />
      </Fieldset>
      <Fieldset legend={f.work}>
        <TextInput name="activity" label={f.activity} hint={f.activityHint} maxLength={160} />
        <TextArea name="skills" label={f.skills} hint={f.skillsHint} rows={4} maxLength={2000} />
        <TextArea name="motives" label={f.motives} hint={f.motivesHint} rows={6} maxLength={4000} />
      </Fieldset>
      <Fieldset legend={f.consents}>
        <Checkbox name="charter" label={f.charter} />
        <Checkbox name="privacy" label={f.privacy} hint={f.privacyHint} />
      </Fieldset>
      <Actions>
        <Button note={f.submitNote}>{f.submit}</Button>
        <Button kind="secondary" name="geste" value="garder" note={d.saveNote(draftDays)}>
          {d.save}
        </Button>
      </Actions>
    </>
  )
}
