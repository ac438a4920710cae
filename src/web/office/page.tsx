import { staff } from '@/core/access'
import { OFFICE_HOME, officeOf, page, type RouteContext, route } from '@/hooks'
import { ButtonLink, Doors, EmptyState, Page, PageHeading, Section } from '@/ui'
import { readWork } from '../widgets'
import { groupDoors } from './groupDoors'
import { officeTexts } from './i18n'

/** Staff's own first page: the pages their areas open, each with what awaits there. */
export const officeRoute = route({ path: OFFICE_HOME, access: staff, get: office })

async function office(ctx: RouteContext) {
  const t = officeTexts(ctx.lang)
  const work = await readWork(ctx)
  const { groups, elsewhere } = groupDoors(officeOf(ctx.app, ctx.who), work, ctx.lang)
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading
          title={t.title}
          lead={groups.length > 0 ? t.lead : undefined}
          action={<ButtonLink href="/admin">{t.admin}</ButtonLink>}
        />
        {groups.length + elsewhere.length === 0 && <EmptyState title={t.none} />}
        <div className="doors-by-group">
          {groups.map(({ group, doors }) => (
            <Section key={group} title={t.groups[group]}>
              <Doors doors={doors} />
            </Section>
          ))}
          {elsewhere.length > 0 && (
            <Section title={t.elsewhere}>
              <Doors doors={elsewhere} urgent />
            </Section>
          )}
        </div>
      </Page>
    ),
  })
}
