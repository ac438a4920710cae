import { renderRichText } from '@/collections/richtext'
import type { Person } from '@/core/person'
import { ButtonLink, Notice, Post } from '@/ui'
import { editRefusal, mayRead } from '../domain/rules'
import type { Texts } from '../i18n'
import type { ReplyRow, TopicRow } from '../service/rows'
import { authorOf, type People } from './parts'

type Reader = { who: Person; moderator: boolean }

/** The message a topic opens with. */
export function Opening({
  topic,
  people,
  t,
  who,
}: {
  topic: TopicRow
  people: People
  t: Texts
  who: Person
}) {
  const mine = editRefusal(who.id, topic, topic) === null
  return (
    <Post
      id="ouverture"
      author={authorOf(people, topic.author, t)}
      at={topic.createdAt}
      note={topic.editedAt ? t.topic.edited : undefined}
      acts={
        mine && (
          <ButtonLink kind="quiet" small href={`/forum/sujet/${topic.id}/modifier`}>
            {t.edit.act}
          </ButtonLink>
        )
      }
    >
      {renderRichText(topic.content, { by: 'member' })}
    </Post>
  )
}

type ReplyProps = { reply: ReplyRow; number: number; topic: TopicRow; people: People; t: Texts } & Reader

/** One reply, with the anchor and the number by which others speak of it. A hidden one keeps its place. */
export function Reply({ reply, number, topic, people, t, who, moderator }: ReplyProps) {
  const href = `/forum/message/${reply.id}`
  const mine = editRefusal(who.id, reply, topic) === null
  return (
    <Post
      id={`m-${reply.id}`}
      author={authorOf(people, reply.author, t)}
      at={reply.createdAt}
      note={
        <>
          {reply.editedAt && <>{t.topic.edited} · </>}
          <a href={href} aria-label={t.topic.permalinkLabel(number)}>
            {t.topic.permalink(number)}
          </a>
        </>
      }
      acts={
        (mine || moderator) && (
          <>
            {mine && (
              <ButtonLink kind="quiet" small href={`${href}/modifier`} label={t.edit.actReply(number)}>
                {t.edit.act}
              </ButtonLink>
            )}
            {moderator && (
              <ButtonLink kind="quiet" small href={`${href}/moderer`} label={t.moderate.actReply(number)}>
                {t.moderate.act}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <Words reply={reply} t={t} who={who} moderator={moderator} />
    </Post>
  )
}

function Words({ reply, t, who, moderator }: Pick<ReplyProps, 'reply' | 't'> & Reader) {
  if (!reply.hidden) return renderRichText(reply.content, { by: 'member' })
  if (!mayRead(reply, { id: who.id, moderator })) return <p className="soft">{t.reply.gone}</p>
  return (
    <>
      <Notice kind="warning" title={t.reply.goneTitle}>
        {t.reply.goneReason(reply.hiddenReason ?? '')}
      </Notice>
      {renderRichText(reply.content, { by: 'member' })}
    </>
  )
}
