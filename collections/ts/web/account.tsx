import { activeMember } from '@/core/access'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  EmptyState,
  Notice,
  Page,
  PageHeading,
  Section,
  TsAmount,
} from '@/ui'
import { type Texts, texts } from '../i18n'
import { memberAccount } from '../service/openMemberAccount'
import { type Balance, readBalance } from '../service/readBalance'
import { readMovements } from '../service/readMovements'
import { type Line, linesOf } from './lines'
import { Movements } from './Movements'

/** `/compte`: how many TS one has, what of it is held, what moved lately. */
export const accountRoute = route({ path: '/compte', access: activeMember, get: show })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const account = memberAccount(ctx.who?.id ?? '')
  const [balance, { rows }] = await Promise.all([
    readBalance(ctx.app, account),
    readMovements(ctx.app, account, { limit: 10 }),
  ])
  const lines = await linesOf(ctx.app, account, rows, ctx.lang)
  return page({
    title: t.account.title,
    layout: 'extranet',
    view: balance ? <Account {...{ balance, lines, t }} /> : <NoAccount t={t} />,
  })
}

function Account({ balance, lines, t }: { balance: Balance; lines: Line[]; t: Texts }) {
  return (
    <Page>
      <PageHeading title={t.account.title} lead={t.account.lead} />
      <DefinitionList
        items={[
          {
            term: t.account.balance,
            value: <TsAmount amount={balance.balance} held={balance.heldOut} large />,
          },
          { term: t.account.available, value: <TsAmount amount={balance.available} /> },
          ...(balance.heldOut > 0
            ? [
                {
                  term: t.account.heldOut,
                  value: (
                    <>
                      <TsAmount amount={balance.heldOut} />{' '}
                      <span className="soft">{t.account.heldOutHint}</span>
                    </>
                  ),
                },
              ]
            : []),
          ...(balance.heldIn > 0
            ? [
                {
                  term: t.account.heldIn,
                  value: (
                    <>
                      <TsAmount amount={balance.heldIn} />{' '}
                      <span className="soft">{t.account.heldInHint}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {balance.available <= 0 && (
        <Notice kind="tip">
          {t.account.low} <a href="/entraide">{t.account.lowAct}</a>
        </Notice>
      )}
      <Section title={t.account.recent} action={<a href="/compte/mouvements">{t.account.all}</a>}>
        {lines.length > 0 ? <Movements lines={lines} t={t} captionHidden /> : <p>{t.account.noMovement}</p>}
        <Actions>
          <ButtonLink href="/compte/releve" kind="secondary" icon="print">
            {t.account.statement}
          </ButtonLink>
        </Actions>
      </Section>
    </Page>
  )
}

function NoAccount({ t }: { t: Texts }) {
  return (
    <Page>
      <PageHeading title={t.account.title} lead={t.account.lead} />
      <EmptyState title={t.account.none}>{t.account.noneText}</EmptyState>
    </Page>
  )
}
