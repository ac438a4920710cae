import { Children, type ReactNode } from 'react'
import { cx } from '../classes'
import { Heading, type Level } from '../parts/Heading'
import { T } from '../T'

/** A page's column. `text`: for reading and forms; `wide`: for lists and tables. */
export function Page({ width = 'wide', children }: { width?: 'text' | 'wide'; children: ReactNode }) {
  return <div className={cx('page', width === 'text' && 'page--text')}>{children}</div>
}

export type SectionProps = {
  title?: ReactNode
  level?: Level
  lead?: ReactNode
  /** Beside the title: « Tout voir ». */
  action?: ReactNode
  id?: string
  titleHidden?: boolean
  children: ReactNode
}

/** A part of a page under its heading, parted from the one before by a hairline. */
export function Section({ title, level = 2, lead, action, id, titleHidden, children }: SectionProps) {
  return (
    <section className="section" id={id}>
      {(title || action) && (
        <div className={cx('section__head', titleHidden && 'visually-hidden')}>
          {title && (
            <Heading level={level}>
              <T>{title}</T>
            </Heading>
          )}
          {action && <div className="section__act">{action}</div>}
        </div>
      )}
      {lead && (
        <p className="section__lead">
          <T>{lead}</T>
        </p>
      )}
      {children}
    </section>
  )
}

/** The page's matter with, beside it where there is room, what accompanies it. */
export function Columns({
  aside,
  children,
  asideLabel,
  asideFirst,
}: {
  aside: ReactNode
  children: ReactNode
  asideLabel?: string
  /** On a phone it stands above: a face before what is said of it. */
  asideFirst?: boolean
}) {
  const beside = (
    <aside className="columns__aside" aria-label={asideLabel}>
      {aside}
    </aside>
  )
  return (
    <div className={cx('columns', asideFirst && 'columns--aside-first')}>
      {asideFirst && beside}
      <div className="columns__main">{children}</div>
      {!asideFirst && beside}
    </div>
  )
}

/** Things one under the other with an even space. */
export function Stack({ children, tight }: { children: ReactNode; tight?: boolean }) {
  return <div className={cx('stack', tight && 'stack--tight')}>{children}</div>
}

/** A few words on one line: a date, a place, a count; a dot between them. */
export function Meta({ children }: { children: ReactNode }) {
  // A space between them is for who reads without our stylesheet.
  const parts = Children.toArray(children).flatMap((part, i) => (i === 0 ? [part] : [' ', part]))
  return <div className="meta">{parts}</div>
}
