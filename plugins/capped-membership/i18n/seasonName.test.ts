import { expect, it } from 'vitest'
import { theSeason } from './seasonName'

it.each([
  ['Saison 2027', 'la saison 2027'],
  ['saison d’hiver', 'la saison d’hiver'],
  ['Année 2027', 'l’année 2027'],
  ['Printemps 2027', '«\u00a0Printemps 2027\u00a0»'],
  ['Saisonniers', '«\u00a0Saisonniers\u00a0»'],
  ['2027', '«\u00a02027\u00a0»'],
])('%s is said %s', (title, said) => expect(theSeason(title)).toBe(said))
