import { beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { readPeople } from '../service'
import { updateProfile } from '../service/updateProfile'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const nameOf = async (id: string) => (await readPeople(app, [id])).get(id)?.name
const profile = { headline: '', presentation: '', skills: '', town: '', website: '' }

it('a name kept in memory is the new one as soon as it is changed, by its owner or by staff', async () => {
  const { id } = await makePerson(app, { name: 'Avant Essai' })
  expect([await nameOf(id), await nameOf(id)]).toEqual(['Avant Essai', 'Avant Essai'])
  unwrap(await updateProfile(app, id, { ...profile, name: 'Après Essai' }))
  expect(await nameOf(id)).toBe('Après Essai')
  await app.payload.update({
    collection: 'profiles',
    where: { person: { equals: id } },
    data: { name: 'Encore Essai' },
    overrideAccess: true,
  })
  expect(await nameOf(id)).toBe('Encore Essai')
})

it('a name read while it is changed is not kept', async () => {
  const { id } = await makePerson(app, { name: 'Avant Essai' })
  await Promise.all([nameOf(id), updateProfile(app, id, { ...profile, name: 'Après Essai' }), nameOf(id)])
  expect(await nameOf(id)).toBe('Après Essai')
})

it('who has no profile is nobody, until profiles change', async () => {
  const id = newId()
  expect((await readPeople(app, [id])).size).toBe(0)
  await insertOnce(app, 'profiles', { person: id, name: 'Enfin Essai', slug: id, listed: false })
  expect((await readPeople(app, [id])).size).toBe(0)
  await app.touch('people')
  expect(await nameOf(id)).toBe('Enfin Essai')
})
