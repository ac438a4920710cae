import type { DemoPerson } from './types'

/** Members of the season before, which this program did not see: their standing says what became of them. */
export const former: readonly DemoPerson[] = [
  {
    key: 'perrine',
    name: 'Perrine Astruc',
    headline: 'Rédactrice pour des sites de patrimoine',
    town: 'Uzès',
    skills: ['Rédaction', 'Légendes de photos', 'Visites audio'],
    presentation: 'J’écris pour des musées et des villages. Je renouvelle toujours au dernier moment.',
  },
  {
    key: 'wilfried',
    name: 'Wilfried Kouamé',
    headline: 'Technicien réseau à distance',
    town: 'Nîmes',
    skills: ['Réseaux', 'Sauvegardes'],
    presentation: '',
  },
  {
    key: 'sunniva',
    name: 'Sunniva Hamon',
    headline: 'Correctrice, norvégien et français',
    town: 'Saint-Malo',
    skills: ['Correction', 'Norvégien'],
    presentation: '',
  },
]
