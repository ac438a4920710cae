import { Fragment } from 'react'
import { formatNumber } from '@/core/lang'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  countDeliveries,
  type FaultRow,
  faultsOf,
  type PluginView,
  pluginViews,
  type Timing,
  timingsOf,
} from '@/hooks/runtime'
import type { FormState } from '@/hooks/web'
import {
  ButtonLink,
  Confirm,
  DataTable,
  DefinitionList,
  Disclosure,
  Notice,
  Page,
  PageHeading,
  PostButton,
  RadioGroup,
  Section,
  Stack,
  StateBlock,
} from '@/ui'
import { type Texts, texts } from '../i18n'
import { companions, deliveriesOf, stateOf } from '../service/overview'
import { DELIVERIES_PAGE, EXTENSIONS, extensionsAccess, pluginHref } from './access'
import { addedBy } from './added'
import { FaultTable } from './faults'
import { sentenceOf } from './state'

/** What was sent and refused, shown again beside its question. */
export type Sent = { act: 'activer' | 'arreter'; state: FormState }

export const detailRoute = route({
  path: `${EXTENSIONS}/:id`,
  access: extensionsAccess,
  get: (ctx) => detailPage(ctx),
})

/** The page of one plugin: two queries. */
export async function detailPage(ctx: RouteContext, sent?: Sent): Promise<Reply> {
  const { app, lang } = ctx
  const t = texts(lang)
  const view = pluginViews(app).get(ctx.params.id ?? '')
  if (!view) return notFound()
  const { plugin } = view
  const [counts, faults] = await Promise.all([countDeliveries(app), faultsOf(app, plugin.id)])
  const { dead, waiting } = deliveriesOf(plugin, counts)
  const state = stateOf(view)
  const { forStaff, forDevelopers } = addedBy(app, plugin, lang, t)
  return page({
    title: plugin.title[lang],
    layout: 'extranet',
    ...(sent ? { status: 422 } : {}),
    breadcrumbs: [{ label: t.title, href: EXTENSIONS }, { label: plugin.title[lang] }],
    view: (
      <Page>
        <Stack>
          <PageHeading
            kicker={t.version(plugin.version)}
            title={plugin.title[lang]}
            lead={plugin.description[lang]}
          />
          <StateBlock
            status={{ kind: KIND[state], word: t.states[state] }}
            sentence={sentenceOf(app, view, lang)}
            action={<Acts ctx={ctx} view={view} waiting={waiting} sent={sent} t={t} />}
          />
          {dead > 0 && (
            <Notice kind="warning" title={t.dead(dead)}>
              <ButtonLink small href={`${DELIVERIES_PAGE}?extension=${encodeURIComponent(plugin.id)}`}>
                {t.deliveries.see}
              </ButtonLink>
            </Notice>
          )}
          {plugin.settings && plugin.settings.length > 0 && (
            <ButtonLink href={`/admin/globals/${plugin.id}-settings`}>{t.settingsLink}</ButtonLink>
          )}
          <Faults plugin={plugin.id} faults={faults} t={t} />
          {Object.keys(plugin.on ?? {}).length > 0 && (
            <Section title={t.told.title}>
              <DefinitionList
                items={[
                  { term: t.told.waiting, value: formatNumber(waiting, lang) },
                  { term: t.told.dead, value: formatNumber(dead, lang) },
                ]}
              />
              {waiting > 0 && <p>{view.wanted ? t.told.hint : t.told.hintOff}</p>}
            </Section>
          )}
          <Section title={t.adds}>
            <Stack>
              <DefinitionList
                items={forStaff.map(({ term, items }) => ({ term, value: items.join(', ') }))}
              />
              {forDevelopers.length > 0 && (
                <Disclosure summary={t.forDevelopers}>
                  <DefinitionList
                    items={forDevelopers.map(({ term, items }) => ({ term, value: <Codes of={items} /> }))}
                  />
                </Disclosure>
              )}
            </Stack>
          </Section>
          <Section title={t.timeTitle}>
            <Times timings={timingsOf(app, plugin.id)} ctx={ctx} t={t} />
          </Section>
        </Stack>
      </Page>
    ),
  })
}

/** Names and addresses, which may break at any of their joints on a phone. */
const Codes = ({ of: codes }: { of: string[] }) => (
  <ul>
    {codes.map((code) => (
      <li key={code}>
        <code>
          {code.split(/(?<=[/.:])/).map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that does not change
            <Fragment key={i}>
              <wbr />
              {part}
            </Fragment>
          ))}
        </code>
      </li>
    ))}
  </ul>
)

const KIND = { on: 'done', off: 'closed', waiting: 'waiting', broken: 'alert' } as const

type ActsProps = { ctx: RouteContext; view: PluginView; waiting: number; sent: Sent | undefined; t: Texts }

function Acts({ ctx, view, waiting, sent, t }: ActsProps) {
  const { id, title } = view.plugin
  const name = title[ctx.lang]
  const others = companions(ctx.app, id)
  const names = (plugins: typeof others.on) => plugins.map((p) => p.title[ctx.lang]).join(', ')
  const form = (act: Sent['act']) =>
    sent?.act === act ? { errors: sent.state.errors, values: sent.state.values, open: true } : {}
  if (!view.wanted) {
    return (
      <Confirm
        id="activer"
        kind="main"
        label={t.on.label}
        question={t.on.question(name)}
        consequence={[
          t.on.consequence,
          ...(others.on.length > 0 ? [t.on.others(names(others.on))] : []),
        ].join(' ')}
        confirm={t.on.confirm}
        action={`${pluginHref(id)}/activer`}
        hidden={{ avec: 'tous' }}
        {...form('activer')}
      >
        {(waiting > 0 || sent?.state.errors.attente) && (
          <RadioGroup
            name="attente"
            label={t.on.waiting(waiting)}
            options={[
              { value: 'deliver', label: t.on.deliver, hint: t.on.deliverHint },
              { value: 'set-aside', label: t.on.setAside, hint: t.on.setAsideHint },
            ]}
          />
        )}
      </Confirm>
    )
  }
  return (
    <>
      {view.broken !== undefined && (
        <PostButton action={`${pluginHref(id)}/redemarrer`}>{t.again}</PostButton>
      )}
      <Confirm
        id="arreter"
        label={t.off.label}
        question={t.off.question(name)}
        consequence={[
          t.off.consequence,
          ...(others.off.length > 0 ? [t.off.others(names(others.off))] : []),
        ].join(' ')}
        confirm={t.off.confirm}
        action={`${pluginHref(id)}/arreter`}
        hidden={{ avec: 'tous' }}
        {...form('arreter')}
      />
    </>
  )
}

function Faults({ plugin, faults, t }: { plugin: string; faults: readonly FaultRow[]; t: Texts }) {
  return (
    <Section title={t.faultsTitle}>
      {faults.length === 0 ? (
        <p>{t.noFaults}</p>
      ) : (
        <Stack>
          <FaultTable caption={t.faultsTable} faults={faults} t={t} />
          <Confirm
            label={t.forget.label}
            question={t.forget.question}
            consequence={t.forget.consequence}
            confirm={t.forget.confirm}
            action={`${pluginHref(plugin)}/oublier`}
          />
        </Stack>
      )}
    </Section>
  )
}

type Times = { timings: ReadonlyMap<keyof Texts['kinds'], Timing>; ctx: RouteContext; t: Texts }

function Times({ timings, ctx, t }: Times) {
  if (timings.size === 0) return <p>{t.timeNone}</p>
  const ms = (n: number) => t.ms(formatNumber(Math.round(n * 10) / 10, ctx.lang))
  return (
    <DataTable
      caption={t.timeLead}
      rows={[...timings]}
      rowKey={([kind]) => kind}
      columns={[
        { key: 'kind', label: t.time.kind, heading: true, cell: ([kind]) => t.kinds[kind] },
        { key: 'runs', label: t.time.runs, figures: true, cell: ([, x]) => x.runs },
        { key: 'each', label: t.time.each, figures: true, cell: ([, x]) => ms(x.ms / x.runs) },
        { key: 'all', label: t.time.all, figures: true, cell: ([, x]) => ms(x.ms) },
        { key: 'faults', label: t.time.faults, figures: true, cell: ([, x]) => x.faults },
      ]}
    />
  )
}
