import { expect, it } from 'vitest'
import { collect, problemOfId, problemOfPath, questions, readArguments, titleOf } from './answers.mjs'

const house = {
  actions: [
    { name: 'membership.confirmed', person: 'person' },
    { name: 'mission.closed', person: 'postedBy' },
  ],
  routes: ['/annuaire', '/annuaire/:slug', '/prets/nouveau'],
}
const asked = (flags, ask = null) => collect(questions('petites-annonces', house), flags, ask)

it('reads the id, flags and switches; what it does not know it says', () => {
  const read = readArguments(['annonces', '--title-fr=Petites annonces', '--yes', '--pth=/x', '--path'])
  expect(read.id).toBe('annonces')
  expect(read.flags).toEqual({ 'title-fr': 'Petites annonces' })
  expect([...read.switches]).toEqual(['yes'])
  expect(read.unknown).toEqual(['--pth=/x', '--path'])
})

it('takes ids in kebab-case that nobody has', () => {
  for (const good of ['annonces', 'petites-annonces', 'web3'])
    expect(problemOfId(good, ['loges'])).toBeUndefined()
  for (const bad of ['', 'Annonces', 'petites_annonces', '3web', 'a--b', 'a-', 'été', '../x', 'x'.repeat(41)])
    expect(problemOfId(bad, []), bad).toHaveLength(2)
  for (const taken of ['loges', 'web', 'annonces'])
    expect(problemOfId(taken, ['loges', 'annonces-settings']), taken).toHaveLength(2)
})

it('takes addresses that lead nowhere yet', () => {
  expect(problemOfPath('/outils', house.routes)).toBeUndefined()
  for (const bad of ['outils', '/', '/Outils', '/a//b', '/admin/x', '/annuaire', '/prets'])
    expect(problemOfPath(bad, house.routes), bad).toHaveLength(2)
})

it('makes up what no flag says, and refuses flags that cannot be', async () => {
  expect(titleOf('petites-annonces')).toBe('Petites annonces')
  expect(await asked({ 'title-fr': "L'atelier" })).toEqual({
    answers: {
      'title-fr': 'L’atelier',
      'title-en': 'L’atelier',
      path: '/petites-annonces',
      listen: 'membership.confirmed',
    },
  })
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what would end up in a source file
  for (const flags of [{ path: '/annuaire' }, { listen: 'nobody.knows' }, { 'title-en': '${x}' }])
    expect((await asked(flags)).problem).toHaveLength(2)
})

it('asks again until the answer will do', async () => {
  const said = ['', 'x', 'Tools', '/tools', 'mission.closed']
  const complaints = []
  const ask = Object.assign(async (_, otherwise) => said.shift() || otherwise, {
    complain: ([, en]) => complaints.push(en),
  })
  expect((await asked({}, ask)).answers).toEqual({
    'title-fr': 'Petites annonces',
    'title-en': 'Tools',
    path: '/tools',
    listen: 'mission.closed',
  })
  expect(complaints).toHaveLength(1)
})
