import { z } from 'zod'
import { forgetPortraits, storePortrait } from '@/collections/media/service/storePortrait'
import { extranet } from '@/core/access'
import {
  blankForm,
  type FormState,
  forbidden,
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
  Checkbox,
  FileInput,
  Form,
  Page,
  PageHeading,
  Portrait,
  TextArea,
  TextInput,
} from '@/ui'
import { texts } from '../i18n'
import { findProfile } from '../service/readPeople'
import { updateProfile } from '../service/updateProfile'

const PATH = '/moi/profil'
const FIELDS = ['name', 'headline', 'presentation', 'skills', 'town', 'website'] as const

const text = (max: number) => z.string().trim().max(max).default('')
const schema = z.object({
  name: z.string().trim().min(2).max(80),
  headline: text(120),
  presentation: text(4000),
  skills: text(1000),
  town: text(80),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  withoutPhoto: z.literal('oui').optional(),
})

async function show(ctx: RouteContext, form?: FormState, status = 200): Promise<Reply> {
  if (!ctx.who) return forbidden()
  const t = texts(ctx.lang).profile
  const row = await findProfile(ctx.app, ctx.who.id)
  const values =
    form?.values ?? blankForm(Object.fromEntries(FIELDS.map((f) => [f, String(row?.[f] ?? '')]))).values
  return page({
    title: t.editTitle,
    layout: 'extranet',
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.editTitle} lead={t.editLead} />
        <Form action={PATH} values={values} errors={form?.errors ?? {}} upload>
          <TextInput name="name" autoComplete="name" label={t.name} />
          <TextInput name="headline" label={t.headline} hint={t.headlineHint} optional />
          <TextArea name="presentation" label={t.presentation} hint={t.presentationHint} optional rows={8} />
          <TextArea name="skills" label={t.skills} hint={t.skillsHint} optional rows={5} />
          <TextInput name="town" autoComplete="address-level2" label={t.town} optional />
          <TextInput name="website" type="url" autoComplete="url" label={t.website} optional />
          <Portrait name={ctx.who.name} src={(row?.portraitUrl as string | null) ?? null} size="large" />
          <FileInput
            name="photo"
            accept="image/jpeg,image/png,image/webp"
            label={t.photo}
            hint={t.photoHint}
            optional
          />
          {row?.portraitUrl ? <Checkbox name="withoutPhoto" label={t.withoutPhoto} optional /> : null}
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Page>
    ),
  })
}

export const profileRoutes = [
  route({
    path: PATH,
    access: extranet,
    get: (ctx) => show(ctx),
    post: async (ctx) => {
      const form = await ctx.read(schema)
      if (!form.ok || !ctx.who) return show(ctx, form.state, 422)
      const photo = ctx.files.find((f) => f.field === 'photo')
      const stored = photo ? await storePortrait(ctx.app, photo, ctx.who.id) : null
      if (stored && !stored.ok) return show(ctx, withError(form.state, 'photo', ctx.reason(stored)), 422)
      const { withoutPhoto, ...written } = form.data
      // A new one replaces the old: who sends one does not want to be without.
      const remove = withoutPhoto !== undefined && !stored
      const result = await updateProfile(ctx.app, ctx.who.id, {
        ...written,
        ...(stored?.ok ? { portraitUrl: stored.value.url } : {}),
        ...(remove ? { portraitUrl: null } : {}),
      })
      if (result.ok && remove) await forgetPortraits(ctx.app, ctx.who.id)
      if (!result.ok) return show(ctx, withError(form.state, '', ctx.reason(result)), 422)
      return redirect(PATH, { kind: 'success', text: texts(ctx.lang).profile.saved })
    },
  }),
]
