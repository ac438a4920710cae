import type { PersonCard } from '@/collections/members/contract'
import { activeMember, anyone } from '@/core/access'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import { ButtonLink, Notice, Page, PageHeading, PersonLine, Section, Stack, T } from '@/ui'
import { mayEdit } from '../access'
import { type Loge, TOPIC } from '../contract'
import { type Texts, texts } from '../i18n'
import { findLoge, linesOf, readTeam } from '../service'
import type { Team } from '../service/readLoges'
import { LogeState } from './list'

/** `/loges/:slug`: a loge's page, public unless paused. */
export const showRoute = route({ path: '/loges/:slug', access: anyone, get: show, cache: [TOPIC, 'people'] })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const loge = await findLoge(ctx.app, ctx.params.slug ?? '')
  const edits = loge !== null && mayEdit(ctx.who, loge)
  if (!loge || (loge.state === 'paused' && !edits)) return notFound()
  const team = await readTeam(ctx.app, loge.id)
  return page({
    title: loge.name,
    layout: 'public',
    description: `${loge.name}, ${linesOf(loge.territory).join(', ')}`,
    breadcrumbs: [{ label: t.title, href: '/loges' }, { label: loge.name }],
    current: '/loges',
    view: <LogePage {...{ t, loge, team, edits }} inside={activeMember(ctx.who)} />,
  })
}

type Props = { t: Texts; loge: Loge; team: Team; edits: boolean; inside: boolean }

function LogePage({ t, loge, team, edits, inside }: Props) {
  const wanted = linesOf(loge.wantedSkills)
  const paragraphs = loge.presentation.split(/\n\s*\n/).filter((p) => p.trim())
  return (
    <Page width="text">
      <PageHeading
        kicker={<LogeState loge={loge} t={t} />}
        title={loge.name}
        lead={linesOf(loge.territory).join(', ')}
        action={edits && <ButtonLink href={`/loges/${loge.slug}/modifier`}>{t.page.edit}</ButtonLink>}
      />
      {loge.state === 'forming' && <Notice>{t.page.forming}</Notice>}
      {loge.state === 'paused' && <Notice>{t.page.paused}</Notice>}
      {paragraphs.length > 0 && (
        <div className="prose">
          {paragraphs.map((text) => (
            <p key={text}>
              <T>{text}</T>
            </p>
          ))}
        </div>
      )}
      <Section title={t.page.team}>
        {team.coordinators.length + team.providers.length === 0 && <p>{t.page.noTeam}</p>}
        <People title={t.page.coordinators} people={team.coordinators} inside={inside} />
        <People title={t.page.providers} people={team.providers} inside={inside} />
      </Section>
      {wanted.length > 0 && (
        <Section title={t.page.wanted} lead={t.page.wantedLead}>
          <ul>
            {wanted.map((skill) => (
              <li key={skill}>
                <T>{skill}</T>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** Profiles open to members; to others a name and a trade. */
function People({ title, people, inside }: { title: string; people: PersonCard[]; inside: boolean }) {
  if (people.length === 0) return null
  return (
    <Section title={title} level={3}>
      <Stack>
        {people.map((person) => (
          <PersonLine
            key={person.id}
            name={person.name}
            src={person.portrait}
            note={person.headline}
            {...(inside ? { href: `/annuaire/${person.slug}` } : {})}
          />
        ))}
      </Stack>
    </Section>
  )
}
