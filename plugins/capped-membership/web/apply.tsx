import { z } from 'zod'
import { anyone } from '@/core/access'
import { HOUR } from '@/core/clock'
import { formatDate } from '@/core/dates'
import {
  blankForm,
  type FormState,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Fieldset,
  Form,
  Illustration,
  Page,
  PageHeading,
  Prose,
  Section,
  T,
  TextArea,
  TextInput,
} from '@/ui'
import { texts } from '../i18n'
import { readCurrentSeason } from '../service/readCounter'
import { submitApplication } from '../service/submitApplication'

const PATH = '/adhesion/candidature'
const THANKS = '/adhesion/candidature/merci'

/** What is missing is said by its own sentence, so that the summary of errors can be read by itself. */
const line = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max)
const consent = (missing: string) => z.literal('oui', { error: missing })

const schema = z.object({
  name: line(120, 'application.name-missing'),
  email: z.email('application.email-missing').max(200),
  phone: z.string().trim().max(30).optional(),
  activity: line(160, 'application.activity-missing'),
  skills: line(2000, 'application.skills-missing'),
  motives: line(4000, 'application.motives-missing'),
  charter: consent('application.charter-missing'),
  privacy: consent('application.privacy-missing'),
})

/** A signed-in person is answered at their own address: the form does not ask for another. */
const signedInSchema = schema.extend({ email: z.string().optional() })

async function showForm(ctx: RouteContext, form: FormState, status = 200): Promise<Reply> {
  const t = texts(ctx.lang)
  const current = await readCurrentSeason(ctx.app)
  if (current?.phase !== 'open') return showNotOpen(ctx, current?.season.opensOn ?? null, current?.phase)
  const f = t.form
  return page({
    title: f.title,
    status,
    current: '/adhesion',
    breadcrumbs: [{ label: t.about.title, href: '/adhesion' }, { label: f.title }],
    view: (
      <Page width="text">
        <PageHeading title={f.title} lead={f.lead} />
        <Form action={PATH} values={form.values} errors={form.errors}>
          <Fieldset legend={f.you}>
            <TextInput name="name" label={f.name} value={ctx.who?.name} autoComplete="name" maxLength={120} />
            {ctx.who ? (
              <p>
                <T>{f.emailSignedIn(ctx.who.email)}</T>
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
          <Button note={f.submitNote}>{f.submit}</Button>
        </Form>
      </Page>
    ),
  })
}

function showNotOpen(ctx: RouteContext, opensOn: string | null, phase: string | undefined): Reply {
  const t = texts(ctx.lang)
  const text =
    phase === 'upcoming' && opensOn
      ? t.counter.upcoming(formatDate(opensOn, ctx.lang))
      : phase === 'closed'
        ? t.counter.closed
        : t.counter.none
  return page({
    title: t.form.notOpen,
    current: '/adhesion',
    view: (
      <Page width="text">
        <PageHeading title={t.form.notOpen} lead={text} />
        <ButtonLink href="/adhesion">{t.form.back}</ButtonLink>
      </Page>
    ),
  })
}

export const applyRoute = route({
  path: PATH,
  access: anyone,
  limit: { max: 10, windowMs: HOUR },
  get: async (ctx) => showForm(ctx, blankForm()),
  post: async (ctx) => {
    const form = await ctx.read(ctx.who ? signedInSchema : schema)
    if (!form.ok) return showForm(ctx, form.state, 422)
    const { charter, privacy, email, ...said } = form.data
    const done = await submitApplication(ctx.app, {
      ...said,
      email: email ?? '',
      charter: charter === 'oui',
      privacy: privacy === 'oui',
      lang: ctx.lang,
      who: ctx.who,
    })
    if (!done.ok) return showForm(ctx, withError(form.state, '', ctx.reason(done)), 422)
    return redirect(THANKS)
  },
})

export const thanksRoute = route({
  path: THANKS,
  access: anyone,
  get: async (ctx) => {
    const t = texts(ctx.lang).thanks
    return page({
      title: t.title,
      current: '/adhesion',
      view: (
        <Page width="text">
          <PageHeading title={t.title} lead={t.lead} />
          <Illustration name="joined" width={180} />
          <Section title={t.next}>
            <Prose>
              <ol>
                {t.items.split('\n').map((item) => (
                  <li key={item}>
                    <T>{item}</T>
                  </li>
                ))}
              </ol>
            </Prose>
            <Actions>
              <ButtonLink href={ctx.who ? '/ma-candidature' : '/'}>
                {ctx.who ? texts(ctx.lang).about.myFile : t.act}
              </ButtonLink>
            </Actions>
          </Section>
        </Page>
      ),
    })
  },
})
