import { linesOf, readLoges } from '@/collections/loges/service'
import { readPeople } from '@/collections/members/service'
import { extranet } from '@/core/access'
import { isId } from '@/core/ids'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  Confirm,
  DateText,
  type Definition,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  PersonLine,
  PostButton,
  Section,
  T,
  TextArea,
} from '@/ui'
import { actorOf, mayRead, mayReadProspect } from '../access'
import type { Prospect } from '../contract'
import { type Act, actsOf } from '../domain/next'
import { type Texts, texts } from '../i18n'
import { type MissionRow, readMission, readProspect } from '../store/missions'
import { missionHref } from './acts'
import { MissionState } from './list'

/** `/missions/:id`: what is asked; the prospect only for its poster and for staff that verifies. */
export const showRoute = route({ path: '/missions/:id', access: extranet, get: show })

async function show(ctx: RouteContext): Promise<Reply> {
  const id = ctx.params.id ?? ''
  const mission = isId(id) ? await readMission(ctx.app, id) : null
  if (!mission || !mayRead(ctx.who, mission)) return notFound()
  const t = texts(ctx.lang)
  const [people, loges, prospect] = await Promise.all([
    readPeople(ctx.app, [mission.postedBy]),
    readLoges(ctx.app, [mission.loge]),
    mayReadProspect(ctx.who, mission) ? readProspect(ctx.app, id) : null,
  ])
  const poster = people.get(mission.postedBy)
  const loge = loges.get(mission.loge ?? '')
  const acts = actsOf(mission, actorOf(ctx.who))
  return page({
    title: mission.title,
    layout: 'extranet',
    breadcrumbs: [{ label: t.title, href: '/missions' }, { label: mission.title }],
    current: '/missions',
    view: (
      <Page>
        <PageHeading
          kicker={<MissionState state={mission.state} t={t} />}
          title={mission.title}
          lead={sentence(mission, ctx.who?.id, t)}
        />
        {mission.remark && <Notice title={t.page.remark}>{mission.remark}</Notice>}
        <MissionActs {...{ mission, acts, t }} />
        <Section title={t.page.brief}>
          <div className="prose">
            {linesOf(mission.brief).map((line) => (
              <p key={line}>
                <T>{line}</T>
              </p>
            ))}
          </div>
          <DefinitionList
            items={[
              ...facts(mission, t),
              ...(loge
                ? [{ term: t.page.loge, value: <a href={`/loges/${loge.slug}`}>{loge.name}</a> }]
                : []),
              {
                term: t.page.postedBy,
                value: (
                  <PersonLine
                    name={poster?.name ?? t.page.former}
                    src={poster?.portrait}
                    note={poster?.headline}
                    size="small"
                    {...(poster ? { href: `/annuaire/${poster.slug}` } : {})}
                  />
                ),
              },
            ]}
          />
        </Section>
        {mission.state === 'published' && (
          <Section>
            <Notice>{t.page.answers}</Notice>
          </Section>
        )}
        {prospect && <ProspectCard prospect={prospect} t={t} />}
      </Page>
    ),
  })
}

/** Where it stands, to its author and to others. */
function sentence({ state, postedBy, remark }: MissionRow, reader: string | undefined, t: Texts): string {
  if (state !== 'draft') return t.sentence[state]
  if (postedBy !== reader) return t.sentence.draftOfOther
  return remark ? t.sentence.returned : t.sentence.draft
}

function facts(mission: MissionRow, t: Texts): Definition[] {
  const skills = linesOf(mission.skills ?? '')
  return [
    ...(skills.length > 0 ? [{ term: t.page.skills, value: skills.join(', ') }] : []),
    {
      term: t.page.mode,
      value: (
        <>
          {t.modes[mission.mode]}. <span className="soft">{t.modeHints[mission.mode]}</span>
        </>
      ),
    },
    { term: t.page.budget, value: mission.budget || t.page.noBudget },
    {
      term: t.page.deadline,
      value: mission.deadline ? <DateText at={mission.deadline} as="date" /> : t.page.noDeadline,
    },
  ]
}

function ProspectCard({ prospect, t }: { prospect: Prospect; t: Texts }) {
  const items = [
    { term: t.page.name, value: prospect.name },
    { term: t.page.organisation, value: prospect.organisation },
    {
      term: t.page.email,
      value: prospect.email && <a href={`mailto:${prospect.email}`}>{prospect.email}</a>,
    },
    { term: t.page.phone, value: prospect.phone },
    { term: t.page.notes, value: prospect.notes },
  ].filter((item) => item.value)
  if (items.length === 0) return null
  return (
    <Section title={t.page.prospect} lead={t.page.prospectLead}>
      <DefinitionList items={items} />
    </Section>
  )
}

function MissionActs({ mission, acts, t }: { mission: MissionRow; acts: Act[]; t: Texts }) {
  if (acts.length === 0) return null
  const to = (path: string) => `${missionHref(mission.id)}/${path}`
  const may = (act: Act) => acts.includes(act)
  return (
    <Actions>
      {may('publish') && (
        <PostButton kind="main" action={to('publier')} note={t.acts.publishNote}>
          {t.acts.publish}
        </PostButton>
      )}
      {may('submit') && (
        <PostButton kind="main" action={to('envoyer')} note={t.acts.submitNote}>
          {t.acts.submit}
        </PostButton>
      )}
      {may('edit') && <ButtonLink href={to('modifier')}>{t.acts.edit}</ButtonLink>}
      {may('return') && (
        <Confirm
          kind="main"
          label={t.acts.return}
          question={t.acts.returnQuestion}
          consequence={t.acts.returnConsequence}
          confirm={t.acts.returnConfirm}
          action={to('renvoyer')}
        >
          <TextArea name="remarque" label={t.acts.returnRemark} rows={3} maxLength={1000} />
        </Confirm>
      )}
      {may('close') && (
        <Confirm
          label={t.acts.close}
          question={t.acts.closeQuestion}
          consequence={t.acts.closeConsequence}
          confirm={t.acts.closeConfirm}
          action={to('clore')}
        />
      )}
      {may('withdraw') && (
        <Confirm
          label={t.acts.withdraw}
          question={t.acts.withdrawQuestion}
          consequence={t.acts.withdrawConsequence}
          confirm={t.acts.withdrawConfirm}
          action={to('retirer')}
        />
      )}
    </Actions>
  )
}
