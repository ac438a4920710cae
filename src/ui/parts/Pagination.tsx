import { Icon } from '../brand/Icon'
import { useTexts } from '../useTexts'
import { pageMarks } from './pages'

export type PaginationProps = {
  page: number
  pages: number
  href: (page: number) => string /** Its name, when a page has two. */
  label?: string
}

/** « Page 2 sur 7 », with links; nothing when there is one page. */
export function Pagination({ page: asked, pages, href, label }: PaginationProps) {
  const t = useTexts().pages
  if (pages <= 1) return null
  const page = Math.min(Math.max(1, asked), pages)
  let gaps = 0
  return (
    <nav className="pages" aria-label={label ?? t.nav}>
      {page > 1 ? (
        <a className="pages__step" href={href(page - 1)} rel="prev">
          <Icon name="back" /> {t.previous}
        </a>
      ) : (
        <span className="pages__step" />
      )}
      <p className="pages__where">{t.where(page, pages)}</p>
      <ol className="pages__list">
        {pageMarks(page, pages).map((mark) =>
          mark === 'gap' ? (
            <li key={`gap-${gaps++}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={mark}>
              <a
                className="pages__page"
                href={href(mark)}
                aria-label={t.page(mark)}
                aria-current={mark === page ? 'page' : undefined}
              >
                {mark}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages ? (
        <a className="pages__step pages__step--next" href={href(page + 1)} rel="next">
          {t.next} <Icon name="arrow" />
        </a>
      ) : (
        <span className="pages__step" />
      )}
    </nav>
  )
}
