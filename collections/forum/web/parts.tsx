import type { PersonCard } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service/readPeople'
import { staffFor } from '@/core/access'
import type { Refusal } from '@/core/result'
import { type FormState, type RouteContext, withError } from '@/hooks'
import { StatusTag } from '@/ui'
import { type Texts, texts } from '../i18n'

export type People = Map<string, PersonCard>
export const peopleOf = (ctx: RouteContext, ids: readonly (string | null | undefined)[]): Promise<People> =>
  readPeople(ctx.app, ids)

export const isModerator = staffFor('moderation')

/** Who wrote something, as `Post` shows a person; somebody erased has no name left. */
export function authorOf(people: People, id: string | null | undefined, t: Texts) {
  const card = people.get(id ?? '')
  return card ? { name: card.name, href: `/annuaire/${card.slug}`, src: card.portrait } : { name: t.former }
}

export function TopicTags({
  topic,
  t,
}: {
  topic: { pinned: boolean; locked: boolean; hidden: boolean }
  t: Texts
}) {
  return (
    <>
      {topic.pinned && <StatusTag kind="held">{t.tags.pinned}</StatusTag>}{' '}
      {topic.locked && <StatusTag kind="closed">{t.tags.locked}</StatusTag>}{' '}
      {topic.hidden && <StatusTag kind="refused">{t.tags.hidden}</StatusTag>}
    </>
  )
}

/** A refusal beside the field it is about. */
export function refusedForm(ctx: RouteContext, state: FormState, refusal: Refusal): FormState {
  const { reason } = refusal
  const field = reason.startsWith('forum.title')
    ? 'titre'
    : /^richtext\.|^forum\.empty$/.test(reason)
      ? 'texte'
      : ''
  return withError(state, field, ctx.reason(refusal))
}

export const forumCrumb = (ctx: RouteContext) => ({ label: texts(ctx.lang).title, href: '/forum' })
