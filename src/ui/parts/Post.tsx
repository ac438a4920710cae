import type { ReactNode } from 'react'
import { T } from '../T'
import { DateText } from './DateText'
import { Portrait } from './Portrait'

export type PostProps = {
  author: { name: string; href?: string; src?: string | null }
  at: Date | string
  /** Beside the date: edited, pinned, where. */
  note?: ReactNode
  /** Its text. */
  children: ReactNode
  acts?: ReactNode
  id?: string
}

/** Something a person wrote: a message of the feed, of the forum, a comment. */
export function Post({ author, at, note, children, acts, id }: PostProps) {
  return (
    <article className="post-entry" id={id}>
      <Portrait name={author.name} src={author.src} size="small" />
      <div className="post-entry__main">
        <p className="post-entry__head">
          {author.href ? <a href={author.href}>{author.name}</a> : <b>{author.name}</b>}{' '}
          <span className="soft">
            <DateText at={at} />
            {note && (
              <>
                {' · '}
                <T>{note}</T>
              </>
            )}
          </span>
        </p>
        <div className="prose">{children}</div>
        {acts && <div className="actions actions--small">{acts}</div>}
      </div>
    </article>
  )
}
