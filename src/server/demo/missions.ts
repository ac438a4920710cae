import type { Mode } from '@/collections/missions/contract'
import {
  closeMission,
  proposeMission,
  publishMission,
  returnMission,
  submitMission,
  withdrawMission,
} from '@/collections/missions/service'
import { civilDate } from '@/core/dates'
import { unwrap } from '@/core/result'
import type { Calendar } from './calendar'
import type { Act } from './timeline'
import { asMember, staffOf, type World } from './world'

type DemoMission = {
  key: string
  by: string
  title: string
  brief: string
  skills: readonly string[]
  mode: Mode
  /** Name of a loge of the demo; absent: the whole association. */
  loge?: string
  budget: string
  /** Answers wanted within so many days of the proposal. */
  within?: number
  prospect: { name: string; organisation?: string; email?: string; phone?: string; notes?: string }
  /** Days ago. */
  proposed: number
  end:
    | { state: 'draft'; remark?: string }
    | { state: 'to-verify' }
    | { state: 'published' | 'withdrawn' | 'closed'; published: number; ended?: number }
}

const missions: readonly DemoMission[] = [
  {
    key: 'guide',
    by: 'nadege',
    title: 'Un guide d’accueil pour les nouveaux habitants',
    brief:
      'La commune veut un livret de vingt-quatre pages, à imprimer et à lire en ligne : écoles, marchés, médecins, associations. Les textes existent, épars et vieillis. Il faut les réécrire, les mettre en page et dessiner une carte.',
    skills: ['Rédaction', 'Mise en page', 'Cartographie'],
    mode: 'cooperative',
    loge: 'apt',
    budget: '2 400 € environ',
    within: 30,
    prospect: {
      name: 'Service communication',
      organisation: 'Une commune du Luberon',
      email: 'communication@commune.example',
      notes: 'Préfère le téléphone le matin.',
    },
    proposed: 16,
    end: { state: 'published', published: 14 },
  },
  {
    key: 'boutique',
    by: 'accueil',
    title: 'La boutique en ligne d’une huilerie',
    brief:
      'Douze produits, une seule personne pour préparer les colis. La boutique actuelle ne calcule pas les frais de port. L’huilerie souhaite comparer plusieurs façons de faire avant Noël.',
    skills: ['Boutique en ligne', 'Photos de produits', 'Référencement'],
    mode: 'comparative',
    budget: 'Entre 1 500 et 2 000 €',
    within: 21,
    prospect: {
      name: 'Mme Estienne',
      organisation: 'Huilerie des Cigales',
      email: 'contact@huilerie.example',
      phone: '04 99 00 00 12',
    },
    proposed: 10,
    end: { state: 'published', published: 9 },
  },
  {
    key: 'colloque',
    by: 'accueil',
    title: 'Transcrire et résumer un colloque',
    brief:
      'Neuf heures d’enregistrement, six intervenants, du vocabulaire d’hydrologie. On attend une transcription fidèle et un résumé de quatre pages par demi-journée.',
    skills: ['Transcription', 'Synthèse', 'Relecture'],
    mode: 'cooperative',
    budget: '1 100 €',
    within: 25,
    prospect: {
      name: 'Secrétariat du colloque',
      organisation: 'Association Eaux vives',
      email: 'colloque@eaux.example',
    },
    proposed: 7,
    end: { state: 'published', published: 5 },
  },
  {
    key: 'accessibilite',
    by: 'accueil',
    title: 'Rendre accessible le site d’un cinéma',
    brief:
      'Le cinéma reçoit des séances en audiodescription, mais son site ne se lit pas avec un lecteur d’écran. Un audit court, une liste dans l’ordre, puis les corrections.',
    skills: ['Audit d’accessibilité', 'Intégration'],
    mode: 'cooperative',
    budget: 'À discuter',
    prospect: {
      name: 'La programmatrice',
      organisation: 'Cinéma de quartier',
      email: 'programme@cinema.example',
    },
    proposed: 20,
    end: { state: 'published', published: 18 },
  },
  {
    key: 'serre',
    by: 'nadege',
    title: 'Trier et numériser les papiers d’une pépinière',
    brief:
      'Quinze ans de bons de livraison dans une serre. Il faut choisir ce que l’on garde, numériser et nommer les fichiers pour s’y retrouver.',
    skills: ['Classement', 'Numérisation'],
    mode: 'comparative',
    loge: 'apt',
    budget: '600 €',
    prospect: { name: 'M. Rebuffat', organisation: 'Pépinière du plateau', phone: '04 99 00 00 27' },
    proposed: 2,
    end: { state: 'to-verify' },
  },
  {
    key: 'randonnee',
    by: 'magali',
    title: 'Un carnet de balades autour du Salagou',
    brief: 'Six boucles, une page chacune, à distribuer à l’office de tourisme. Textes, tracés et dessins.',
    skills: ['Rédaction', 'Cartographie', 'Illustration'],
    mode: 'cooperative',
    loge: 'lodeve',
    budget: '900 €',
    within: 40,
    prospect: { name: 'L’accueil', organisation: 'Office de tourisme', email: 'accueil@tourisme.example' },
    proposed: 3,
    end: {
      state: 'draft',
      remark:
        'Très belle idée. Pouvez-vous préciser qui relit les tracés, et si le prix comprend l’impression ?',
    },
  },
  {
    key: 'standard',
    by: 'nadege',
    title: 'Tenir le standard d’un cabinet pendant l’été',
    brief: 'Trois semaines en août, de neuf heures à midi. À compléter avec le cabinet.',
    skills: ['Accueil téléphonique'],
    mode: 'comparative',
    loge: 'apt',
    budget: '',
    prospect: { name: 'Le cabinet vétérinaire', phone: '04 99 00 00 31' },
    proposed: 1,
    end: { state: 'draft' },
  },
  {
    key: 'rapport',
    by: 'accueil',
    title: 'Le rapport annuel d’une banque alimentaire',
    brief: 'Quarante pages, des chiffres à mettre en graphiques et dix portraits de bénévoles à écrire.',
    skills: ['Mise en page', 'Entretiens', 'Graphiques'],
    mode: 'cooperative',
    budget: '1 800 €',
    prospect: {
      name: 'La directrice',
      organisation: 'Banque alimentaire',
      email: 'direction@banque-alimentaire.example',
    },
    proposed: 68,
    end: { state: 'closed', published: 66, ended: 36 },
  },
  {
    key: 'vigneron',
    by: 'nadege',
    title: 'Traduire les fiches de dix vins en allemand',
    brief: 'Un salon à Mayence dans six semaines. Dix fiches d’une demi-page, et le vocabulaire du métier.',
    skills: ['Allemand', 'Relecture'],
    mode: 'comparative',
    loge: 'apt',
    budget: '350 €',
    prospect: { name: 'M. Aymard', organisation: 'Domaine de la Tuilière', email: 'cave@tuiliere.example' },
    proposed: 52,
    end: { state: 'closed', published: 51, ended: 41 },
  },
  {
    key: 'festival',
    by: 'accueil',
    title: 'La billetterie d’un festival de contes',
    brief: 'Mettre en place et suivre la billetterie en ligne de trois soirées.',
    skills: ['Billetterie', 'Assistance'],
    mode: 'comparative',
    budget: '500 €',
    prospect: {
      name: 'Le trésorier',
      organisation: 'Festival de contes',
      email: 'festival@contes.example',
      notes: 'Édition annulée, reviendra l’an prochain.',
    },
    proposed: 44,
    end: { state: 'withdrawn', published: 43, ended: 38 },
  },
]

/** Missions brought by coordinators and staff, in each state. */
export const missionActs = (calendar: Calendar): Act[] =>
  missions.flatMap((mission) => steps(mission, calendar))

function steps(mission: DemoMission, { ago }: Calendar): Act[] {
  const { key, end } = mission
  const id = (world: World) => world.ids.get(`mission:${key}`)
  const poster = (world: World) => asMember(world, mission.by)
  const act = (day: number, hour: number, run: Act['run']): Act => ({ at: ago(day, hour), run })
  const acts = [act(mission.proposed, 9, (world) => propose(world, mission))]
  if (end.state === 'draft' && end.remark !== undefined) {
    const { remark } = end
    acts.push(
      act(mission.proposed, 9.2, async (world) =>
        unwrap(await submitMission(world.app, id(world), poster(world))),
      ),
      act(mission.proposed - 1, 16, async (world) =>
        unwrap(await returnMission(world.app, id(world), staffOf(world), remark)),
      ),
    )
  }
  if (!('published' in end)) return acts
  acts.push(
    act(end.published, 11, async (world) =>
      unwrap(await publishMission(world.app, id(world), staffOf(world))),
    ),
  )
  const finish = end.state === 'closed' ? closeMission : withdrawMission
  if (end.ended !== undefined)
    acts.push(act(end.ended, 17, async (world) => unwrap(await finish(world.app, id(world), poster(world)))))
  return acts
}

async function propose(world: World, mission: DemoMission): Promise<void> {
  const { app, ids } = world
  const { title, brief, mode, budget, within } = mission
  const inDays = (days: number) =>
    civilDate(new Date(app.clock.now().getTime() + days * 86_400_000), app.settings.timeZone)
  const { id } = unwrap(
    await proposeMission(app, {
      who: asMember(world, mission.by),
      text: {
        title,
        brief,
        mode,
        budget,
        skills: mission.skills.join('\n'),
        loge: mission.loge ? ids.get(`loge:${mission.loge}`) : null,
        deadline: within === undefined ? null : inDays(within),
      },
      prospect: { organisation: '', email: '', phone: '', notes: '', ...mission.prospect },
      // A mission sent straight to staff, but for those that stay with their poster.
      submit: mission.end.state !== 'draft',
      formKey: mission.key,
    }),
  )
  ids.set(`mission:${mission.key}`, id)
}
