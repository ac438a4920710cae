import { z } from 'zod'
import { newId } from '@/core/ids'
import { type Refusal, refuse } from '@/core/result'
import {
  blankForm,
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  Button,
  Disclosure,
  Form,
  Page,
  PageHeading,
  RadioGroup,
  Select,
  type SelectProps,
  Stack,
  T,
  TextArea,
  TextInput,
} from '@/ui'
import { writesLetters } from '../collections'
import { SUBJECT_MAX, TEXT_MAX } from '../domain/letter'
import { texts } from '../i18n'
import { type AudienceChoice, audiencesFor } from '../service/audiences'
import { findLetter, type LetterRow } from '../service/rows'
import { rewriteLetter, writeLetter } from '../service/saveLetter'
import { actHref, letterHref, NEW_LETTER, OFFICE } from './paths'

/** Audiences that come in several stand under their name. */
function optionsOf(choices: readonly AudienceChoice[], lang: 'fr' | 'en'): SelectProps['options'] {
  const groups = Map.groupBy(choices, (choice) => choice.group?.[lang] ?? null)
  const option = (choice: AudienceChoice) => ({ value: choice.to, label: choice.label[lang] })
  return [...groups].flatMap(([group, of]): SelectProps['options'] =>
    group === null ? of.map(option) : [{ group, options: of.map(option) }],
  )
}

async function show(ctx: RouteContext, letter: LetterRow | null, sent?: FormState): Promise<Reply> {
  const { form: t, list, show: s } = texts(ctx.lang)
  const state = sent ?? blankForm()
  const choices = await audiencesFor(ctx.app, ctx.who)
  const title = letter ? t.editTitle : t.title
  const key = state.values.cle
  const english = Boolean(letter?.subjectEn || state.values.objetEn || state.values.texteEn)
  return page({
    title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: OFFICE,
    breadcrumbs: [
      { label: list.title, href: OFFICE },
      ...(letter ? [{ label: letter.subject, href: letterHref(letter.id) }] : []),
      { label: title },
    ],
    view: (
      <Page width="text">
        <PageHeading title={title} />
        <Form
          action={letter ? actHref(letter.id, 'modifier') : NEW_LETTER}
          values={state.values}
          errors={state.errors}
          hidden={letter ? { rev: letter.rev } : { cle: typeof key === 'string' && key ? key : newId() }}
        >
          <Select
            name="a"
            label={t.to}
            hint={t.toHint}
            value={letter?.to ?? ''}
            options={optionsOf(choices, ctx.lang)}
          />
          <RadioGroup
            name="nature"
            label={t.kind}
            value={letter?.kind ?? 'news'}
            options={[
              { value: 'news', label: t.kinds.news, hint: t.kinds.newsHint },
              { value: 'statutory', label: t.kinds.statutory, hint: t.kinds.statutoryHint },
            ]}
          />
          <TextInput name="objet" label={t.subject} value={letter?.subject ?? ''} maxLength={SUBJECT_MAX} />
          <TextArea
            name="texte"
            label={t.text}
            hint={t.textHint}
            rows={12}
            maxLength={TEXT_MAX}
            value={letter?.text ?? ''}
          />
          <Disclosure summary={t.english} open={english}>
            <Stack>
              <p className="soft">
                <T>{t.englishLead}</T>
              </p>
              <TextInput
                name="objetEn"
                label={t.subjectEn}
                value={letter?.subjectEn ?? ''}
                maxLength={SUBJECT_MAX}
                optional
              />
              <TextArea
                name="texteEn"
                label={t.textEn}
                rows={12}
                maxLength={TEXT_MAX}
                value={letter?.textEn ?? ''}
                lang="en"
                optional
              />
            </Stack>
          </Disclosure>
          <Button note={t.submitNote}>{t.submit}</Button>
        </Form>
        {letter && (
          <p>
            <a href={letterHref(letter.id)}>{s.letter}</a>
          </p>
        )}
      </Page>
    ),
  })
}

const text = z.string().default('')
const schema = z.object({
  cle: z.string().max(64).default(''),
  rev: z.coerce.number().default(0),
  a: text,
  nature: text,
  objet: text,
  texte: text,
  objetEn: text,
  texteEn: text,
})

/** Fields of the form by those of the rule, or by the reason: where an error is shown. */
const FIELD_OF: Partial<Record<string, string>> = {
  'letter.audience-missing': 'a',
  'letter.kind-missing': 'nature',
  subject: 'objet',
  text: 'texte',
  subjectEn: 'objetEn',
  textEn: 'texteEn',
}

/** What nobody filled in is told at once, whichever of it the letter was refused for. */
const REQUIRED = [
  ['a', refuse('letter.audience-missing')],
  ['objet', refuse('letter.subject-missing', { field: 'subject' })],
  ['texte', refuse('letter.text-missing', { field: 'text' })],
] as const

/** The same form again, each refusal beside its field. */
const refusedFor = (ctx: RouteContext, form: FormState, refusals: readonly Refusal[]): FormState =>
  refusals.reduce(
    (said, refusal) =>
      withError(said, FIELD_OF[String(refusal.detail?.field ?? refusal.reason)] ?? '', ctx.reason(refusal)),
    form,
  )

async function save(ctx: RouteContext, letter: LetterRow | null): Promise<Reply> {
  const form = await ctx.read(schema)
  if (!ctx.who) return { type: 'forbidden' }
  if (!form.ok) return show(ctx, letter, form.state)
  const { cle, rev, a, nature, objet, texte, objetEn, texteEn } = form.data
  const words = { subject: objet, text: texte, subjectEn: objetEn, textEn: texteEn }
  const draft = { ...words, to: a, kind: nature, by: ctx.who }
  const done = letter
    ? await rewriteLetter(ctx.app, { ...draft, letter: letter.id, rev })
    : await writeLetter(ctx.app, { ...draft, formKey: cle || newId() })
  if (done.ok)
    return redirect(letterHref(done.value.letter), { kind: 'success', text: texts(ctx.lang).form.saved })
  if (done.reason === 'letter.sent' && letter)
    return redirect(letterHref(letter.id), { kind: 'refusal', text: ctx.reason(done) })
  const missing = REQUIRED.flatMap(([field, refusal]) => (form.data[field].trim() === '' ? [refusal] : []))
  return show(ctx, letter, refusedFor(ctx, form.state, [...missing, done]))
}

/** The draft that is asked for; what has left shows itself instead. */
async function ofDraft(ctx: RouteContext, then: (letter: LetterRow) => Promise<Reply>): Promise<Reply> {
  const letter = await findLetter(ctx.app, ctx.params.id ?? '')
  if (!letter) return notFound()
  if (letter.state === 'draft') return then(letter)
  const sent = ctx.reason({ ok: false, reason: 'letter.sent' })
  return redirect(letterHref(letter.id), { kind: 'refusal', text: sent })
}

/** `/bureau/lettres/nouvelle`, `/bureau/lettres/:id/modifier`: the letter, and whom it is for. */
export const formRoutes = [
  route({
    path: NEW_LETTER,
    access: writesLetters,
    get: (ctx) => show(ctx, null),
    post: (ctx) => save(ctx, null),
  }),
  route({
    path: actHref(':id', 'modifier'),
    access: writesLetters,
    get: (ctx) => ofDraft(ctx, (letter) => show(ctx, letter)),
    post: (ctx) => ofDraft(ctx, (letter) => save(ctx, letter)),
  }),
]
