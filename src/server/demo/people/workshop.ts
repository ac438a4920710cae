import type { DemoPerson } from './types'

const person = (key: string, name: string, headline: string, skills: string[]): DemoPerson => ({
  key,
  name,
  headline,
  skills,
  town: 'Apt',
  presentation: '',
})

/** Those of the shared workshop, whose few places are all taken: who sits there, who left, who waits. */
export const workshop: readonly DemoPerson[] = [
  person('honorine', 'Honorine Castan', 'Relieuse', ['Reliure', 'Restauration de livres']),
  person('faustine', 'Faustine Amiel', 'Céramiste', ['Tournage', 'Émaux']),
  person('baptiste', 'Baptiste Roumégous', 'Luthier', ['Guitares', 'Réglages']),
  person('philippine', 'Philippine Ozanne', 'Encadreuse', ['Cadres', 'Dorure']),
  person('marceau', 'Marceau Delbosc', 'Tapissier', ['Sièges', 'Rideaux']),
  person('irene', 'Irène Kastel', 'Graveuse', ['Eau-forte', 'Tampons']),
  person('nadir', 'Nadir Belkacem', 'Horloger', ['Pendules', 'Montres anciennes']),
]
