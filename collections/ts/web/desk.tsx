import type { PersonCard } from '@/collections/members/contract'
import { readPeople, searchPeople } from '@/collections/members/service'
import { staffFor } from '@/core/access'
import { formatNumber, type Lang } from '@/core/lang'
import { type App, page, type Reply, type RouteContext, route } from '@/hooks'
import { DataTable, EmptyState, Page, PageHeading, PersonLine, SearchBox, Section, TsAmount } from '@/ui'
import { POOL } from '../contract'
import { type Texts, texts } from '../i18n'
import { memberAccount, personOfAccount } from '../service/openMemberAccount'
import { type Balance, findBalances, readBalance } from '../service/readBalance'
import { accountName } from './lines'

/** From this balance on, a member gives much more than it asks. */
const HIGH = 30

/** `/bureau/ts`: find an account, see those that stray. */
export const deskRoute = route({ path: '/bureau/ts', access: staffFor('ledger'), get: show })

export const accountHref = (account: string): string => `/bureau/ts/${encodeURIComponent(account)}`

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const asked = (ctx.url.searchParams.get('q') ?? '').trim().slice(0, 100)
  return page({
    title: t.desk.title,
    layout: 'extranet',
    view: asked ? await found(ctx.app, asked, t) : await overview(ctx.app, t, ctx.lang),
  })
}

const Head = ({ t, asked }: { t: Texts; asked?: string }) => (
  <>
    <PageHeading title={t.desk.title} lead={t.desk.lead} />
    <SearchBox action="/bureau/ts" label={t.desk.search} value={asked} />
  </>
)

async function found(app: App, asked: string, t: Texts) {
  const people = await searchPeople(app, asked, 30)
  const accounts = await findBalances(app, { key: { in: people.map((p) => memberAccount(p.id)) } }, 'key', 30)
  const byKey = new Map(accounts.map((a) => [a.key, a]))
  return (
    <Page>
      <Head t={t} asked={asked} />
      <Section title={t.desk.found}>
        {people.length === 0 && <EmptyState title={t.desk.none} />}
        {people.map((person) => (
          <PersonLine
            key={person.id}
            name={person.name}
            src={person.portrait}
            href={accountHref(memberAccount(person.id))}
            note={person.headline}
            end={<BalanceOf balance={byKey.get(memberAccount(person.id))} t={t} />}
          />
        ))}
      </Section>
    </Page>
  )
}

const BalanceOf = ({ balance, t }: { balance: Balance | undefined; t: Texts }) =>
  balance ? <TsAmount amount={balance.balance} held={balance.heldOut} /> : t.desk.noAccount

async function overview(app: App, t: Texts, lang: Lang) {
  const members = { key: { like: 'member:' } }
  const open = { closed: { not_equals: true } }
  const [low, high, pool] = await Promise.all([
    findBalances(app, { and: [members, open, { balance: { less_than_equal: 0 } }] }, 'balance', 50),
    findBalances(app, { and: [members, open, { balance: { greater_than_equal: HIGH } }] }, '-balance', 50),
    readBalance(app, POOL),
  ])
  const people = await readPeople(
    app,
    [...low, ...high].map((a) => personOfAccount(a.key)),
  )
  return (
    <Page>
      <Head t={t} />
      <Section title={t.desk.low} lead={t.desk.lowLead}>
        <Accounts caption={t.desk.low} rows={low} people={people} t={t} />
      </Section>
      <Section title={t.desk.high(HIGH)} lead={t.desk.highLead}>
        <Accounts caption={t.desk.high(HIGH)} rows={high} people={people} t={t} />
      </Section>
      {pool && (
        <Section title={t.desk.pool}>
          <p>
            {t.desk.poolText(formatNumber(-pool.balance, lang))} <a href={accountHref(POOL)}>{t.desk.open}</a>
          </p>
        </Section>
      )}
    </Page>
  )
}

function Accounts(props: {
  caption: string
  rows: Balance[]
  people: ReadonlyMap<string, PersonCard>
  t: Texts
}) {
  const { t, people } = props
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.key}
      empty={t.desk.nothing}
      columns={[
        {
          key: 'account',
          label: t.desk.account,
          heading: true,
          cell: (row) => <a href={accountHref(row.key)}>{accountName(row.key, people, t)}</a>,
        },
        {
          key: 'balance',
          label: t.desk.balance,
          figures: true,
          cell: (row) => <TsAmount amount={row.balance} />,
        },
        { key: 'held', label: t.desk.held, figures: true, cell: (row) => <TsAmount amount={row.heldOut} /> },
      ]}
    />
  )
}
