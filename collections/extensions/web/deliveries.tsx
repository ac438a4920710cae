import { pageNumber } from '@/core/listing'
import { type Handler, page, type Route, type RouteContext, redirect, route } from '@/hooks'
import {
  type DeadDelivery,
  dropDelivery,
  listDead,
  listenersOf,
  replayDelivery,
  settleDead,
} from '@/hooks/runtime'
import {
  ButtonLink,
  Card,
  CardList,
  Confirm,
  DateText,
  Disclosure,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  PostButton,
  Stack,
} from '@/ui'
import { type Texts, texts } from '../i18n'
import { findPlugin } from '../service/overview'
import { DELIVERIES_PAGE, EXTENSIONS, extensionsAccess } from './access'

const PER_PAGE = 20

/** The plugin whose deliveries are looked at; all of them where none is named. */
const plugin = (ctx: RouteContext) => findPlugin(ctx.app, ctx.url.searchParams.get('extension') ?? '')

function address(ctx: RouteContext, act = '', n = 1): string {
  const terms = new URLSearchParams()
  const only = plugin(ctx)
  if (only) terms.set('extension', only.id)
  if (n > 1) terms.set('page', String(n))
  const said = terms.toString()
  return `${DELIVERIES_PAGE}${act}${said ? `?${said}` : ''}`
}

const listRoute = route({
  path: DELIVERIES_PAGE,
  access: extensionsAccess,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const d = t.deliveries
    const only = plugin(ctx)
    const n = pageNumber(ctx.url.searchParams)
    const { rows, total } = await listDead(ctx.app, {
      ...(only ? { listeners: listenersOf(only) } : {}),
      page: n,
      limit: PER_PAGE,
    })
    return page({
      title: d.title,
      layout: 'extranet',
      breadcrumbs: [{ label: t.title, href: EXTENSIONS }, { label: d.title }],
      view: (
        <Page>
          <Stack>
            <PageHeading
              {...(only ? { kicker: d.of(only.title[ctx.lang]) } : {})}
              title={d.title}
              lead={d.lead}
            />
            {only && (
              <ButtonLink kind="quiet" href={DELIVERIES_PAGE}>
                {d.all}
              </ButtonLink>
            )}
            {total === 0 ? (
              <EmptyState title={d.none.title}>{d.none.text}</EmptyState>
            ) : (
              <>
                <p>{d.caption(total)}</p>
                <div className="actions">
                  <PostButton action={address(ctx, '/reprendre')}>{d.replayAll}</PostButton>
                  <Confirm
                    label={d.dropAll}
                    question={d.dropAllQuestion(total)}
                    consequence={d.dropAllConsequence}
                    confirm={d.dropAllConfirm}
                    action={address(ctx, '/ecarter')}
                  />
                </div>
                <CardList label={d.title}>
                  {rows.map((row) => (
                    <Delivery key={row.id} ctx={ctx} row={row} t={t} />
                  ))}
                </CardList>
              </>
            )}
            <Pagination
              page={n}
              pages={Math.ceil(total / PER_PAGE)}
              href={(other) => address(ctx, '', other)}
            />
          </Stack>
        </Page>
      ),
    })
  },
})

function Delivery({ ctx, row, t }: { ctx: RouteContext; row: DeadDelivery; t: Texts }) {
  const d = t.deliveries
  return (
    <Card
      as="li"
      level={2}
      title={row.name}
      top={row.listener.split('/')[0]}
      foot={
        <>
          {d.tries(row.attempts)} · <DateText at={row.updatedAt} />
        </>
      }
    >
      {row.error && (
        <p>
          <code>{row.error}</code>
        </p>
      )}
      <Disclosure summary={d.holds}>
        {row.data === undefined ? (
          <p>{d.gone}</p>
        ) : (
          <pre>
            <code>{pretty(row.data)}</code>
          </pre>
        )}
      </Disclosure>
      <div className="actions">
        <PostButton small action={address(ctx, `/${row.id}/reprendre`)} label={d.replayOf(row.name)}>
          {d.replay}
        </PostButton>
        <Confirm
          label={d.drop}
          question={d.dropQuestion}
          consequence={d.dropConsequence}
          confirm={d.dropConfirm}
          action={address(ctx, `/${row.id}/ecarter`)}
        />
      </div>
    </Card>
  )
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    return json
  }
}

const one = (name: string, act: typeof replayDelivery | typeof dropDelivery, said: (t: Texts) => string) =>
  post(`/:id/${name}`, async (ctx) => {
    const done = await act(ctx.app, ctx.params.id ?? '')
    return redirect(
      address(ctx),
      done.ok
        ? { kind: 'success', text: said(texts(ctx.lang)) }
        : { kind: 'refusal', text: ctx.reason(done) },
    )
  })

const all = (
  name: string,
  act: typeof replayDelivery | typeof dropDelivery,
  said: (t: Texts, n: number) => string,
) =>
  post(`/${name}`, async (ctx) => {
    const only = plugin(ctx)
    const n = await settleDead(ctx.app, only && listenersOf(only), act)
    return redirect(address(ctx), { kind: 'success', text: said(texts(ctx.lang), n) })
  })

const post = (path: string, handler: Handler): Route =>
  route({ path: `${DELIVERIES_PAGE}${path}`, access: extensionsAccess, post: handler })

export const deliveryRoutes: Route[] = [
  listRoute,
  all('reprendre', replayDelivery, (t, n) => t.deliveries.replayedAll(n)),
  all('ecarter', dropDelivery, (t, n) => t.deliveries.droppedAll(n)),
  one('reprendre', replayDelivery, (t) => t.deliveries.replayed),
  one('ecarter', dropDelivery, (t) => t.deliveries.dropped),
]
