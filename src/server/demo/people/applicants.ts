import type { DemoPerson } from './types'

/** People who wish to join: their files stand in each state (season.ts says which). */
export const applicants: readonly DemoPerson[] = [
  {
    key: 'candidate',
    name: 'Capucine Ribes',
    email: 'candidate@demo.example',
    headline: 'Assistante d’édition, bientôt à son compte',
    town: 'Manosque',
    skills: ['Suivi de fabrication', 'Relations avec les auteurs', 'Relecture'],
    presentation: '',
    motives:
      'Ma maison d’édition ferme en fin d’année et je ne veux pas quitter la région. J’ai des clients possibles, mais je travaille seule dans ma cuisine : j’ai envie d’apprendre à répondre à plusieurs, et de rendre service avec ce que je sais faire.',
  },
  {
    key: 'yolande',
    name: 'Yolande Sicard',
    headline: 'Secrétaire juridique',
    town: 'Pertuis',
    skills: ['Actes courants', 'Dictée numérique', 'Organisation'],
    presentation: '',
    motives:
      'Après vingt-deux ans dans une étude, je passe au télétravail pour m’occuper de ma mère. Une amie membre m’a parlé de l’entraide : je n’ai pas de site, mais je tape vite et je connais le droit de la famille.',
  },
  {
    key: 'damien',
    name: 'Damien Lacroze',
    headline: 'Électronicien, réparation par correspondance',
    town: 'Alès',
    skills: ['Réparation de cartes', 'Soudure', 'Diagnostic à distance'],
    presentation: '',
    motives:
      'Je répare des cartes électroniques que l’on m’envoie par colis. Je cherche un réseau sérieux, de l’aide pour mes devis, et je peux dépanner beaucoup de monde en échange.',
  },
  {
    key: 'mireille',
    name: 'Mireille Ayello',
    headline: 'Conseillère en économie familiale',
    town: 'Istres',
    skills: ['Budgets', 'Accompagnement', 'Ateliers'],
    presentation: '',
    motives:
      'Je fais des ateliers budget en visio pour des centres sociaux. Je voudrais rencontrer des personnes qui travaillent seules comme moi et qui ne se regardent pas comme des concurrents.',
  },
  {
    key: 'quentin',
    name: 'Quentin Marescaux',
    headline: 'Motion designer',
    town: 'Montauban',
    skills: ['Animation', 'Storyboard', 'Voix off'],
    presentation: '',
    motives:
      'J’ai quitté une agence en mars. Le travail vient, mais pas la comptabilité ni les contrats. Je peux animer des logos et des schémas pour qui m’aidera à ranger tout cela.',
  },
  {
    key: 'salome',
    name: 'Salomé Ferreira',
    headline: 'Ergothérapeute, conseils à distance',
    town: 'Castres',
    skills: ['Postes de travail', 'Prévention', 'Visio'],
    presentation: '',
    motives:
      'J’aide les gens à installer leur bureau sans s’abîmer le dos. Des télétravailleurs réunis au même endroit, c’est exactement là que je peux être utile.',
  },
  {
    key: 'thierry',
    name: 'Thierry Vasseur-Cohen',
    headline: 'Consultant logistique',
    town: 'Cavaillon',
    skills: ['Tournées', 'Entrepôts', 'Douanes'],
    presentation: '',
    motives:
      'Trente ans de transport, je passe indépendant. Je connais tout le monde au marché d’intérêt national et je pense pouvoir apporter des missions à la banque.',
  },
  {
    key: 'wassila',
    name: 'Wassila Djebbar',
    headline: 'Développeuse d’applications mobiles',
    town: 'Martigues',
    skills: ['Applications mobiles', 'Prototypes', 'Tests'],
    presentation: '',
    motives:
      'Je développe seule depuis quatre ans et je refuse des projets trop gros. La réponse groupée m’intéresse beaucoup, j’ai lu la page et je me suis reconnue.',
  },
  {
    key: 'bruno',
    name: 'Bruno Castagné',
    headline: 'Vendeur de formations en ligne',
    town: 'Cannes',
    skills: ['Vente', 'Tunnels de conversion'],
    presentation: '',
    motives:
      'Je souhaite présenter mon programme de revenus passifs à votre communauté et recruter des affiliés.',
  },
  {
    key: 'lucienne',
    name: 'Lucienne Pomarède',
    headline: 'Brodeuse',
    town: 'Auch',
    skills: ['Broderie', 'Restauration de textiles'],
    presentation: '',
    motives: 'Je cherche surtout à vendre mes pièces. On m’a dit que vous aviez un site très visité.',
  },
  {
    key: 'gaspard',
    name: 'Gaspard Ollivary',
    headline: 'Compositeur de musiques pour vidéos',
    town: 'Grasse',
    skills: ['Composition', 'Mixage', 'Droits d’auteur'],
    presentation: '',
    motives:
      'Je compose pour des films d’entreprise. J’aimerais échanger avec des monteurs et des podcasteurs, et donner des heures de mixage contre de l’aide pour mon site.',
  },
]

/** Staff of the association. Staff takes no counted seat. */
export const staffPeople: readonly DemoPerson[] = [
  {
    key: 'accueil',
    name: 'Régis Lhermitte',
    email: 'accueil@demo.example',
    headline: 'Permanent de l’association',
    town: 'Apt',
    skills: ['Entretiens', 'Accompagnement', 'Médiation'],
    presentation:
      'C’est moi que vous avez eu au téléphone. J’accueille les candidats, je tiens les comptes des adhésions et je m’occupe des désaccords, qui sont rares. Permanence le mardi et le vendredi matin.',
  },
  {
    key: 'bureau',
    name: 'Odile Ferrand',
    email: 'bureau@demo.example',
    headline: 'Présidente de l’association',
    town: 'Apt',
    skills: ['Gouvernance', 'Charte', 'Relations avec les communes'],
    presentation:
      'J’ai fondé l’association avec sept voisins et une cafetière. Je veille à ce que les règles restent celles que nous avons choisies ensemble, et je rends compte de tout.',
  },
]
