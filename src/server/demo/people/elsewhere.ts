import type { DemoPerson } from './types'

export const elsewhere: readonly DemoPerson[] = [
  {
    key: 'hortense',
    name: 'Hortense Delcourt',
    headline: 'Ingénieure pédagogique',
    town: 'Lille',
    skills: ['Parcours de formation', 'Scénarios', 'Classes virtuelles', 'Quiz qui apprennent'],
    presentation:
      'Je transforme cent vingt diapositives en trois heures que l’on n’oublie pas. Organismes de formation et mutuelles me confient ce qu’ils savent, je leur rends ce que l’on peut apprendre. J’ai rejoint l’association pour travailler avec des métiers que je ne connais pas.',
  },
  {
    key: 'ewen',
    name: 'Ewen Guivarc’h',
    headline: 'Réalisation de podcasts',
    town: 'Brest',
    skills: ['Prise de son', 'Montage audio', 'Mixage', 'Voix'],
    presentation:
      'Le vent, les mouettes et votre voix : je sais garder l’un et enlever les autres. Je réalise des podcasts pour des musées et des syndicats mixtes, du scénario à la mise en ligne. Je prête des micros par colis, avec mode d’emploi.',
  },
  {
    key: 'priscilla',
    name: 'Priscilla Hoarau',
    headline: 'Gestion d’agendas et de voyages',
    town: 'Saint-Denis de La Réunion',
    skills: ['Agendas', 'Réservations', 'Permanence tôt le matin', 'Créole réunionnais'],
    presentation:
      'Quand vous dormez encore, votre agenda est déjà rangé : le décalage horaire est mon meilleur outil. J’organise les déplacements de trois dirigeantes et d’une compagnie de danse. Je rappelle toujours avant dix heures, à votre heure.',
  },
  {
    key: 'mathurin',
    name: 'Mathurin Oberlé',
    headline: 'Traducteur et relecteur, allemand et alsacien',
    town: 'Strasbourg',
    skills: ['Allemand', 'Traduction juridique', 'Relecture', 'Glossaires'],
    presentation:
      'Vingt glossaires, une frontière à deux pas et le goût des phrases longues : je traduis des contrats et des notices entre le français et l’allemand. Je tiens à disposition un lexique du bâtiment que j’enrichis depuis des années.',
  },
  {
    key: 'josephine',
    name: 'Joséphine Tanguy',
    headline: 'Dossiers de subvention pour associations',
    town: 'Nantes',
    skills: ['Demandes de subvention', 'Budgets prévisionnels', 'Bilans', 'Mécénat'],
    presentation:
      'Un bon projet mal raconté ne touche rien : je le raconte bien, chiffres compris. J’ai monté une centaine de dossiers, et j’ai gardé les refus, ce sont eux qui m’ont appris le métier. Je dis franchement quand un appel à projets n’est pas pour vous.',
  },
  {
    key: 'selim',
    name: 'Selim Yildiz',
    headline: 'Tableurs, du simple au redoutable',
    town: 'Lyon',
    skills: ['Tableur', 'Macros', 'Prévisions de trésorerie', 'Nettoyage de données'],
    presentation:
      'Je répare les classeurs que l’on n’ose plus ouvrir. Formules, contrôles, petites macros commentées : je rends un fichier que votre successeur comprendra. Je propose aussi une heure à deux, écran partagé, pour apprendre ce qui vous manque.',
  },
]
