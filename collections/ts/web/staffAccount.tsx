import { readPeople } from '@/collections/members/service'
import { staffFor } from '@/core/access'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  type Column,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  Section,
  TsAmount,
} from '@/ui'
import { type Move, type Row, TRANSFERS } from '../contract'
import { isAccountKey, isPool } from '../domain/accountKeys'
import { type Texts, texts } from '../i18n'
import { readNotes } from '../service/notes'
import { personOfAccount } from '../service/openMemberAccount'
import { type Balance, readBalance } from '../service/readBalance'
import { readMovements } from '../service/readMovements'
import { accountHref } from './desk'
import { accountName, isReversal, type Line, linesOf } from './lines'
import { Movements } from './Movements'
import { withParam } from './movementsPage'

/** `/bureau/ts/:account`: an account's entries as staff reads them, each with its correction. */
export const staffAccountRoute = route({
  path: '/bureau/ts/:account',
  access: staffFor('ledger'),
  get: show,
})

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const account = ctx.params.account ?? ''
  if (!isAccountKey(account)) return notFound()
  const balance = await readBalance(ctx.app, account)
  if (!balance) return notFound()
  const before = ctx.url.searchParams.get('avant') ?? undefined
  const { rows, next } = await readMovements(ctx.app, account, before ? { before } : {})
  const [lines, people, notes, reversed] = await Promise.all([
    linesOf(ctx.app, account, rows, ctx.lang, ctx.who),
    readPeople(ctx.app, [personOfAccount(account), ...rows.map((row) => actorPerson(row.actor))]),
    readNotes(
      ctx.app,
      rows.flatMap((row) => (row.note ? [row.note] : [])),
    ),
    readReversed(ctx, rows),
  ])
  const name = accountName(account, people, t)
  const actor = (row: Move) =>
    row.actor === 'system'
      ? t.staffAccount.system
      : (people.get(actorPerson(row.actor) ?? '')?.name ?? row.actor)
  return page({
    title: t.staffAccount.title(name),
    layout: 'extranet',
    breadcrumbs: [{ label: t.desk.title, href: '/bureau/ts' }, { label: name }],
    current: '/bureau/ts',
    view: (
      <StaffAccount
        {...{ t, account, balance, lines, name, notes, reversed, actor }}
        older={next ? withParam(ctx.url, 'avant', next) : null}
        newest={before ? accountHref(account) : null}
      />
    ),
  })
}

const actorPerson = (actor: string): string | null => /^(?:member|staff):(.+)$/.exec(actor)?.[1] ?? null

/** Which of these movements were reversed already: one query by the unique `settles`. */
async function readReversed(ctx: RouteContext, rows: readonly Row[]): Promise<Set<string>> {
  const keys = rows.filter(isCorrectable).map(originalKey)
  if (keys.length === 0) return new Set()
  const { docs } = await ctx.app.payload.db.find<Row>({
    collection: TRANSFERS,
    where: { settles: { in: keys.map((key) => `reverse:${key}`) } },
    limit: keys.length,
    pagination: false,
  })
  return new Set(docs.map((row) => row.settles.slice('reverse:'.length)))
}

/** What moved TS and is no correction itself. */
export const isCorrectable = (row: Move): boolean =>
  (row.kind === 'transfer' || row.kind === 'post') && !isReversal(row)

/** A post stands for its hold; a leg for its group. */
export const originalKey = (row: Move): string => row.batch ?? (row.kind === 'post' ? row.settles : row.key)

type Props = {
  t: Texts
  account: string
  balance: Balance
  lines: Line[]
  name: string
  notes: ReadonlyMap<string, string | null>
  reversed: ReadonlySet<string>
  actor: (row: Move) => string
  older: string | null
  newest: string | null
}

function StaffAccount({ t, account, balance, lines, name, notes, reversed, actor, older, newest }: Props) {
  const href = accountHref(account)
  const extra: Column<Line>[] = [
    { key: 'actor', label: t.staffAccount.actor, cell: (line) => actor(line.row) },
    {
      key: 'note',
      label: t.staffAccount.note,
      cell: ({ row }) => (row.note ? (notes.get(row.note) ?? t.staffAccount.erased) : '–'),
    },
    {
      key: 'act',
      label: t.staffAccount.correct,
      labelHidden: true,
      cell: ({ row, what }) => {
        if (!isCorrectable(row)) return null
        if (reversed.has(originalKey(row))) return t.staffAccount.corrected
        return (
          <ButtonLink
            small
            kind="quiet"
            href={`${href}/corriger?ecriture=${encodeURIComponent(originalKey(row))}`}
            label={t.staffAccount.correctOne(what)}
          >
            {t.staffAccount.correct}
          </ButtonLink>
        )
      },
    },
  ]
  return (
    <Page>
      <PageHeading
        title={t.staffAccount.title(name)}
        lead={<TsAmount amount={balance.balance} held={balance.heldOut} large />}
      />
      {balance.closed && <Notice>{t.staffAccount.closed}</Notice>}
      {!isPool(account) && (
        <Section title={t.staffAccount.limits}>
          <DefinitionList
            items={[
              { term: t.limits.min, value: <TsAmount amount={balance.min} /> },
              {
                term: t.limits.max,
                value: balance.max === null ? t.staffAccount.noMax : <TsAmount amount={balance.max} />,
              },
            ]}
          />
          <Actions>
            <ButtonLink href={`${href}/limites`}>{t.staffAccount.changeLimits}</ButtonLink>
          </Actions>
        </Section>
      )}
      <Section title={t.staffAccount.history}>
        <Movements lines={lines} t={t} captionHidden extra={extra} />
        <Actions>
          {older && (
            <ButtonLink href={older} icon="arrow">
              {t.list.older}
            </ButtonLink>
          )}
          {newest && (
            <ButtonLink href={newest} kind="quiet">
              {t.list.newest}
            </ButtonLink>
          )}
        </Actions>
      </Section>
    </Page>
  )
}
