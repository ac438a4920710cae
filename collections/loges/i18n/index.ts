import { defineTexts, type Lang } from '@/core/lang'
import type { LogeReason, LogeState } from '../contract'

export const texts = defineTexts(
  {
    title: 'Les loges',
    mine: (n: number) => (n > 1 ? 'Mes loges' : 'Ma loge'),
    lead: 'Une loge, c’est la conciergerie d’un quartier : des voisins qui rendent service, réunis par un coordinateur.',
    search: 'Rechercher une commune, un savoir-faire',
    count: (n: number) => (n > 1 ? `${n} loges` : `${n} loge`),
    empty: 'Aucune loge pour le moment',
    emptyHint: 'Les premières se forment. Vous pouvez proposer d’en ouvrir une dans votre quartier.',
    noneFound: 'Aucune loge ne correspond à cette recherche',
    all: 'Voir toutes les loges',
    states: { forming: 'En formation', active: 'Ouverte', paused: 'En pause' },
    page: {
      territory: 'Territoire',
      team: 'L’équipe',
      coordinators: 'Coordination',
      providers: 'Offreurs de services',
      wanted: 'Savoir-faire recherchés',
      wantedLead: 'Vous savez faire ? Adhérez, puis rejoignez l’équipe.',
      noTeam: 'L’équipe se forme. Revenez bientôt.',
      forming: 'Cette loge se forme : son équipe n’est pas encore au complet.',
      paused: 'Cette loge est en pause. Seuls son coordinateur et le bureau voient cette page.',
      edit: 'Modifier la page',
    },
    edit: {
      title: 'Modifier la page de la loge',
      lead: 'Ce que voient les habitants. Le nom et l’état de la loge se changent avec le bureau.',
      territory: 'Communes du territoire',
      territoryHint: 'Une par ligne.',
      presentation: 'Présentation',
      presentationHint:
        'Ce que vous faites, pour qui, comment vous joindre. Une ligne vide sépare les paragraphes.',
      wanted: 'Savoir-faire recherchés',
      wantedHint: 'Un par ligne ; ils sont publiés.',
      save: 'Enregistrer la page',
      note: 'Visible aussitôt par tous.',
      saved: 'La page est à jour.',
      back: 'Revenir à la page',
    },
    reasons: { unknown: 'Cette loge n’existe pas. Choisissez-en une dans la liste des loges.' },
  },
  {
    title: 'The loges',
    mine: (n) => (n === 1 ? 'My loge' : 'My loges'),
    lead: 'A loge is a neighbourhood’s concierge: neighbours who offer their services, brought together by a coordinator.',
    search: 'Search for a commune or a skill',
    count: (n) => (n === 1 ? '1 loge' : `${n} loges`),
    empty: 'No loge yet',
    emptyHint: 'The first ones are forming. You may propose to open one in your neighbourhood.',
    noneFound: 'No loge matches this search',
    all: 'See all loges',
    states: { forming: 'Forming', active: 'Open', paused: 'Paused' },
    page: {
      territory: 'Territory',
      team: 'The team',
      coordinators: 'Coordination',
      providers: 'Providers',
      wanted: 'Skills wanted',
      wantedLead: 'Can you do it? Become a member, then join the team.',
      noTeam: 'The team is forming. Come back soon.',
      forming: 'This loge is forming: its team is not complete yet.',
      paused: 'This loge is paused. Only its coordinator and staff see this page.',
      edit: 'Edit the page',
    },
    edit: {
      title: 'Edit the loge’s page',
      lead: 'What the neighbours see. The loge’s name and state are changed together with staff.',
      territory: 'Communes of the territory',
      territoryHint: 'One per line.',
      presentation: 'Presentation',
      presentationHint: 'What you do, for whom, how to reach you. An empty line separates paragraphs.',
      wanted: 'Skills wanted',
      wantedHint: 'One per line; they are published.',
      save: 'Save the page',
      note: 'Everyone sees it at once.',
      saved: 'The page is up to date.',
      back: 'Back to the page',
    },
    reasons: { unknown: 'This loge does not exist. Choose one from the list of loges.' },
  },
)
export type Texts = ReturnType<typeof texts>

export const stateNames = (lang: Lang): Readonly<Record<LogeState, string>> => texts(lang).states

export const reasons = (lang: Lang): Record<LogeReason, string> => ({
  'loge.unknown': texts(lang).reasons.unknown,
})
