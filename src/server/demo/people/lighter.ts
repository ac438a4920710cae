import type { DemoPerson } from './types'

const slug = (name: string) =>
  name.split(' ')[0]?.normalize('NFD').replace(/\p{M}/gu, '').replace(/\W/g, '').toLowerCase() ?? ''

const brief = (
  name: string,
  town: string,
  headline: string,
  skills: string[],
  presentation: string,
): DemoPerson => ({
  key: slug(name),
  name,
  town,
  headline,
  skills,
  presentation,
})

/** Members who have not yet written much about themselves, as in every directory. */
export const lighter: readonly DemoPerson[] = [
  brief(
    'Adèle Montagnac',
    'Béziers',
    'Assistante virtuelle',
    ['Boîte de réception', 'Agenda'],
    'Je vide votre boîte de réception chaque matin.',
  ),
  brief('Brahim Touati', 'Vitrolles', 'Téléconseiller indépendant', ['Écoute', 'Prise de rendez-vous'], ''),
  brief(
    'Cyprien Jaubert',
    'Forcalquier',
    'Concepteur de jeux de piste',
    ['Scénarios', 'Balades sonores'],
    'Je fais découvrir les villages à pied, une énigme à la fois.',
  ),
  brief('Doriane Fabre-Klein', 'Metz', 'Chargée d’études', ['Enquêtes', 'Entretiens'], ''),
  brief(
    'Élodie Pacaud',
    'Tarbes',
    'Conseillère en insertion',
    ['CV', 'Entretiens d’embauche'],
    'Ancienne conseillère, je prépare aux entretiens sans langue de bois.',
  ),
  brief('Fabrice Nollet', 'Arras', 'Dessinateur industriel', ['Plans mécaniques', 'Nomenclatures'], ''),
  brief(
    'Ghislaine Perrotin',
    'Orange',
    'Téléprospection douce',
    ['Téléphone', 'Fichiers de contacts'],
    'J’appelle comme j’aimerais qu’on m’appelle.',
  ),
  brief(
    'Hakim Zerrouki',
    'Sète',
    'Webmestre de clubs sportifs',
    ['Sites de clubs', 'Inscriptions en ligne'],
    '',
  ),
  brief('Isaure Blondel', 'Rouen', 'Biographe familiale', ['Récits', 'Entretiens'], ''),
  brief(
    'Joachim Pires',
    'Tours',
    'Comptable freelance',
    ['Comptabilité', 'Logiciels libres'],
    'Deux jours par semaine pour des associations, le reste pour ma thèse.',
  ),
  brief(
    'Kadiatou Bah',
    'Saint-Étienne',
    'Modératrice de communautés',
    ['Modération', 'Médiation'],
    'Des disputes en ligne, j’en ai vu : presque toutes se calment.',
  ),
  brief('Ludivine Agostini', 'Bastia', 'Traductrice, italien et corse', ['Italien', 'Corse'], ''),
  brief('Marius Chastel', 'Sisteron', 'Support de caisse enregistreuse', ['Assistance', 'Matériel'], ''),
  brief(
    'Noémie Wattelet',
    'Charleville-Mézières',
    'Scénariste de bande dessinée',
    ['Scénario', 'Dialogues'],
    '',
  ),
  brief(
    'Octave Bellanger',
    'Angers',
    'Acheteur à temps partagé',
    ['Achats', 'Négociation'],
    'Je négocie pour ceux qui n’aiment pas ça.',
  ),
  brief(
    'Rosalie Mondésir',
    'Fort-de-France',
    'Rédactrice de procès-verbaux',
    ['Comptes rendus', 'Prise de notes'],
    'Comités, conseils, assemblées : je rends le procès-verbal le lendemain.',
  ),
  brief('Samuel Krief', 'Créteil', 'Concepteur de tests', ['Tests logiciels', 'Recette'], ''),
]
