import { searchPeople } from '@/collections/members/service'
import { activeMember } from '@/core/access'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DateInput,
  EmptyState,
  FilterBar,
  Notice,
  Page,
  PageHeading,
  Select,
  TextInput,
} from '@/ui'
import { type Texts, texts } from '../i18n'
import { memberAccount } from '../service/openMemberAccount'
import { readMovements, SIDES, type Side } from '../service/readMovements'
import { type Line, linesOf } from './lines'
import { Movements } from './Movements'
import { dateOf, instantsOf } from './period'

/** `/compte/mouvements`: the whole history; what is filtered and where one is stand in the address. */
export const movementsRoute = route({ path: '/compte/mouvements', access: activeMember, get: show })

type Filters = { nature: Side; du?: string; au?: string; avec: string }

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const { url } = ctx
  const asked = url.searchParams.get('nature')
  const filters: Filters = {
    nature: SIDES.find((s) => s === asked) ?? 'all',
    du: dateOf(url, 'du'),
    au: dateOf(url, 'au'),
    avec: (url.searchParams.get('avec') ?? '').trim().slice(0, 100),
  }
  const before = url.searchParams.get('avant') ?? undefined
  const others = filters.avec ? await searchPeople(ctx.app, filters.avec, 10) : null
  const account = memberAccount(ctx.who?.id ?? '')
  const { rows, next } =
    others?.length === 0
      ? { rows: [], next: null }
      : await readMovements(ctx.app, account, {
          side: filters.nature,
          ...instantsOf({ from: filters.du, to: filters.au }, ctx.app.settings.timeZone),
          ...(others ? { counterparts: others.map((p) => memberAccount(p.id)) } : {}),
          ...(before ? { before } : {}),
        })
  const lines = await linesOf(ctx.app, account, rows, ctx.lang)
  return page({
    title: t.list.title,
    layout: 'extranet',
    breadcrumbs: [{ label: t.account.title, href: '/compte' }, { label: t.list.title }],
    current: '/compte',
    view: (
      <List
        {...{ t, filters, lines, url }}
        named={others?.length ?? null}
        next={next}
        paged={Boolean(before)}
      />
    ),
  })
}

type ListProps = {
  t: Texts
  filters: Filters
  lines: Line[]
  url: URL
  named: number | null
  next: string | null
  paged: boolean
}

function List({ t, filters, lines, url, named, next, paged }: ListProps) {
  const active = [filters.nature !== 'all', filters.du, filters.au, filters.avec].filter(Boolean).length
  const csv = new URLSearchParams({
    ...(filters.du && { du: filters.du }),
    ...(filters.au && { au: filters.au }),
  })
  return (
    <Page>
      <PageHeading title={t.list.title} lead={t.list.lead} />
      <FilterBar action="/compte/mouvements" active={active} folded>
        <Select
          name="nature"
          label={t.list.kind}
          value={filters.nature}
          empty={false}
          options={SIDES.map((value) => ({ value, label: t.list.kinds[value] }))}
        />
        <DateInput name="du" label={t.list.from} value={filters.du} optional />
        <DateInput name="au" label={t.list.to} value={filters.au} optional />
        <TextInput
          name="avec"
          label={t.list.counterpart}
          hint={t.list.counterpartHint}
          value={filters.avec}
          optional
        />
      </FilterBar>
      {named === 0 && <Notice>{t.list.nobody}</Notice>}
      {named !== null && named > 1 && <Notice>{t.list.several(named)}</Notice>}
      {lines.length > 0 ? (
        <Movements lines={lines} t={t} captionHidden />
      ) : (
        <EmptyState title={t.list.none}>{t.list.noneHint}</EmptyState>
      )}
      <Actions>
        {next && (
          <ButtonLink href={withParam(url, 'avant', next)} icon="arrow">
            {t.list.older}
          </ButtonLink>
        )}
        {paged && (
          <ButtonLink href={withParam(url, 'avant', null)} kind="quiet">
            {t.list.newest}
          </ButtonLink>
        )}
        <ButtonLink href={`/compte/releve?${csv}`} kind="quiet" icon="print">
          {t.list.print}
        </ButtonLink>
        <ButtonLink href={`/compte/releve.csv?${csv}`} kind="quiet" download>
          {t.list.csv}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

/** The same list, elsewhere in it. */
export function withParam(url: URL, name: string, value: string | null): string {
  const to = new URLSearchParams(url.searchParams)
  if (value === null) to.delete(name)
  else to.set(name, value)
  const query = to.toString()
  return query ? `${url.pathname}?${query}` : url.pathname
}
