import type { ReactNode } from 'react'
import { Select, type SelectOption } from '../forms/choices'
import { FilterBar } from '../forms/FilterBar'
import { Pagination } from '../parts/Pagination'
import { Tabs } from '../parts/Tabs'
import { Page, Stack } from './Page'
import { PageHeading, type PageHeadingProps } from './PageHeading'

export type ListPageProps<V extends string> = Omit<PageHeadingProps, 'kicker'> & {
  /** Between the heading and the views: the form that adds to the list. */
  children?: ReactNode
  /** Neighbouring views of the list, by their names in the address; how many rows the current one has. */
  views: {
    label: string
    all: readonly (readonly [V, string])[]
    current: V
    total: number
    href: (view: V) => string
  }
  /** Whose rows: everybody's, or somebody's (`qui` in the address). */
  whose?: {
    action: string
    hidden: Readonly<Record<string, string | undefined>>
    value: string
    label: string
    act: string
    everyones: string
    options: readonly SelectOption[]
  }
  /** The table; nothing where there are no rows, and `empty` says what to do. */
  rows?: ReactNode
  empty: ReactNode
  page: number
  pages: number
  href: (page: number) => string
}

/** A list of the office: its views, whose rows it shows, its rows or what to do without any, its pages. */
export function ListPage<V extends string>(props: ListPageProps<V>) {
  const { title, lead, action, children, views, whose, rows, empty, page, pages, href } = props
  return (
    <Page>
      <Stack>
        <PageHeading title={title} lead={lead} action={action} />
        {children}
        <Tabs
          label={views.label}
          tabs={views.all.map(([view, label]) => ({
            href: views.href(view),
            label,
            current: view === views.current,
            ...(view === views.current ? { count: views.total } : {}),
          }))}
        />
        {whose && (
          <FilterBar
            action={whose.action}
            hidden={whose.hidden}
            values={{ qui: whose.value }}
            active={whose.value ? 1 : 0}
            act={whose.act}
            label={whose.label}
          >
            <Select name="qui" label={whose.label} empty={whose.everyones} options={whose.options} />
          </FilterBar>
        )}
        {rows || empty}
        <Pagination page={page} pages={pages} href={href} />
      </Stack>
    </Page>
  )
}
