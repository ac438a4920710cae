import { own, signedIn } from '@/core/access'
import { formatCents } from '@/core/money'
import { notFound, page, type Reply, type RouteContext, raw, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateText,
  DefinitionList,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  Sheet,
  Stack,
} from '@/ui'
import { RECEIPTS } from '../contract'
import { numberText } from '../domain/receipt'
import { texts } from '../i18n'
import { receiptPdf } from '../pdf/receiptPdf'
import { type Paper, readPaper } from '../service/readPaper'
import { findReceipt, type ReceiptRow } from '../service/rows'
import { handlesPayments, OFFICE, RECEIPTS_PATH, receiptHref } from './paths'

const PAGE_SIZE = 25
const mine = own<ReceiptRow>((row) => row.person)

/** The paper, for the person it was made out for and for those who handle payments; to others there is none. */
async function paperOf(ctx: RouteContext): Promise<Paper | null> {
  const row = await findReceipt(ctx.app, ctx.params.id ?? '')
  if (!row || !(mine(ctx.who, row) || handlesPayments(ctx.who))) return null
  return readPaper(ctx.app, row, ctx.lang)
}

export const receiptRoute = route({
  path: receiptHref(':id'),
  access: signedIn,
  get: async (ctx) => {
    const paper = await paperOf(ctx)
    return paper ? show(ctx, paper) : notFound()
  },
})

/** Under its number, so that it is found again in a folder of downloads. */
export const receiptPdfRoute = route({
  path: `${receiptHref(':id')}/pdf`,
  access: signedIn,
  get: async (ctx) => {
    const paper = await paperOf(ctx)
    if (!paper) return notFound()
    const name = `${paper.row.kind === 'credit' ? 'avoir' : 'recu'}-${numberText(paper.row)}.pdf`
    return raw('application/pdf', await receiptPdf(paper, ctx.lang), {
      headers: {
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
})

function show(ctx: RouteContext, paper: Paper): Reply {
  const t = texts(ctx.lang).receipt
  const { row, others, issuer, lines } = paper
  const [issuerName = '', ...address] = issuer
  const back = mine(ctx.who, row) ? RECEIPTS_PATH : OFFICE
  return page({
    title: paper.title,
    // Who is not in the extranet (any more) has receipts, too: they get the public frame.
    layout: 'extranet',
    current: back,
    breadcrumbs: [
      { label: back === OFFICE ? texts(ctx.lang).office.title : t.back, href: back },
      { label: paper.title },
    ],
    view: (
      <Page width="text">
        <PageHeading title={paper.title} />
        <Stack>
          <Sheet
            kind="receipt"
            issuerName={issuerName}
            issuer={address.map((line) => <div key={line}>{line}</div>)}
            recipient={
              <>
                <div className="soft">{paper.whoseLabel}</div>
                <div>{row.name}</div>
              </>
            }
            title={paper.heading}
            number={numberText(row)}
            at={row.issuedAt}
            foot={paper.mention}
          >
            <DefinitionList items={lines} />
          </Sheet>
          <Actions>
            <ButtonLink kind="main" href={`${receiptHref(row.id)}/pdf`} download>
              {t.pdf}
            </ButtonLink>
            {others.map((other) => (
              <ButtonLink key={other.id} href={receiptHref(other.id)}>
                {row.kind === 'receipt' ? t.see : t.of}
              </ButtonLink>
            ))}
            {mine(ctx.who, row) && (
              <ButtonLink kind="quiet" href={RECEIPTS_PATH}>
                {t.back}
              </ButtonLink>
            )}
          </Actions>
        </Stack>
      </Page>
    ),
  })
}

export const myReceiptsRoute = route({
  path: RECEIPTS_PATH,
  access: signedIn,
  get: async ({ app, who, lang, url }) => {
    const t = texts(lang)
    const asked = Number(url.searchParams.get('page') ?? 1)
    const found = await app.payload.db.find<ReceiptRow>({
      collection: RECEIPTS,
      where: { person: { equals: who?.id ?? '' } },
      sort: '-id',
      limit: PAGE_SIZE,
      page: Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, 1000) : 1,
      pagination: true,
    })
    return page({
      title: t.mine.title,
      layout: 'extranet',
      view: (
        <Page width="text">
          <PageHeading title={t.mine.title} lead={t.mine.lead} />
          {found.docs.length === 0 ? (
            <EmptyState title={t.mine.empty} action={<ButtonLink href="/">{t.mine.emptyAct}</ButtonLink>}>
              {t.mine.emptyText}
            </EmptyState>
          ) : (
            <Stack>
              <DataTable
                caption={t.mine.caption}
                rows={found.docs}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'number',
                    label: t.office.number,
                    heading: true,
                    cell: (row) => (
                      <a href={receiptHref(row.id)}>{t.receipt.title(t.kinds[row.kind], numberText(row))}</a>
                    ),
                  },
                  {
                    key: 'label',
                    label: t.office.label,
                    cell: (row) => (lang === 'en' ? row.labelEn : row.labelFr),
                  },
                  { key: 'on', label: t.office.on, cell: (row) => <DateText at={row.onDay} as="date" /> },
                  {
                    key: 'amount',
                    label: t.office.amount,
                    figures: true,
                    cell: (row) => formatCents(row.cents, lang),
                  },
                ]}
              />
              <Pagination
                page={found.page ?? 1}
                pages={found.totalPages}
                href={(n) => `${RECEIPTS_PATH}?page=${n}`}
              />
            </Stack>
          )}
        </Page>
      ),
    })
  },
})
