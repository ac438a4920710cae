import { readPeople } from '@/collections/members/service'
import type { Lang } from '@/core/lang'
import { listingOf, oneOf } from '@/core/listing'
import { page, redirect, route } from '@/hooks'
import { ButtonLink, DataTable, DateText, EmptyState, ListPage } from '@/ui'
import { writesLetters } from '../collections'
import { texts } from '../i18n'
import { countSent, NONE_SENT, type SentCounts } from '../service/countSent'
import { listLetters } from '../service/rows'
import { letterHref, NEW_LETTER, OFFICE } from './paths'

const PAGE_SIZE = 25
const listing = listingOf({ vue: oneOf(['envoyees', 'brouillons']) })

/** What became of the mails of a letter, in a few words. */
export function outcomeText(counts: SentCounts, lang: Lang): string {
  const t = texts(lang).outcome
  const said = (['sent', 'waiting', 'failed', 'kept'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => t[name](counts[name]))
  return said.length > 0 ? said.join(', ') : t.none
}

/** `/bureau/lettres`: what was written to many, by whom, when, and what came of it. */
export const listRoute = route({
  path: OFFICE,
  access: writesLetters,
  get: async (ctx) => {
    const t = texts(ctx.lang).list
    const asked = listing.read(ctx.url.searchParams)
    const drafts = asked.vue === 'brouillons'
    const { rows, total } = await listLetters(ctx.app, {
      state: drafts ? 'draft' : 'sent',
      page: asked.page,
      limit: PAGE_SIZE,
    })
    if (rows.length === 0 && total > 0) return redirect(listing.href(OFFICE, { vue: asked.vue }))
    const [people, counts] = await Promise.all([
      readPeople(
        ctx.app,
        rows.map((row) => row.sentBy ?? row.by),
      ),
      drafts
        ? new Map<string, SentCounts>()
        : countSent(
            ctx.app,
            rows.map((row) => row.id),
          ),
    ])
    const write = <ButtonLink href={NEW_LETTER}>{t.write}</ButtonLink>
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <ListPage
          title={t.title}
          lead={t.lead}
          action={write}
          views={{
            label: t.views,
            all: [
              ['envoyees', t.sent],
              ['brouillons', t.drafts],
            ],
            current: asked.vue,
            total,
            href: (vue) => listing.href(OFFICE, { vue }),
          }}
          rows={
            rows.length > 0 && (
              <DataTable
                caption={t.count(total)}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'subject',
                    label: t.subject,
                    heading: true,
                    cell: (row) => <a href={letterHref(row.id)}>{row.subject}</a>,
                  },
                  { key: 'to', label: t.to, cell: (row) => (ctx.lang === 'en' ? row.toEn : row.toFr) },
                  {
                    key: 'by',
                    label: t.by,
                    cell: (row) => people.get(row.sentBy ?? row.by)?.name ?? '–',
                  },
                  {
                    key: 'when',
                    label: t.when,
                    cell: (row) => <DateText at={row.sentAt ?? row.createdAt} />,
                  },
                  ...(drafts
                    ? []
                    : [
                        {
                          key: 'outcome',
                          label: t.outcome,
                          cell: (row: (typeof rows)[number]) =>
                            outcomeText(counts.get(row.id) ?? NONE_SENT, ctx.lang),
                        },
                      ]),
                ]}
              />
            )
          }
          empty={
            <EmptyState title={drafts ? t.emptyDrafts : t.empty} action={write}>
              {t.emptyText}
            </EmptyState>
          }
          page={asked.page}
          pages={Math.ceil(total / PAGE_SIZE)}
          href={(n) => listing.href(OFFICE, { vue: asked.vue, page: n })}
        />
      ),
    })
  },
})
