import sharp from 'sharp'
import { storePortrait } from '@/collections/media/service/storePortrait'
import { unwrap } from '@/core/result'
import { compareAndSet } from '@/hooks'
import { type DemoPerson, presented, staffPeople } from '../people'
import type { World } from '../world'
import { drawPortrait } from './drawPortrait'

/** Who has had their portrait made: staff, and some of those who present themselves. */
const SITTERS: readonly DemoPerson[] = [...staffPeople, ...presented.filter((_, i) => i % 3 === 0)].slice(
  0,
  16,
)

/** Portraits drawn by rule, stored as the photo of a member would be, with its sizes. */
export async function hangPortraits(world: World): Promise<void> {
  await Promise.all(SITTERS.map((sitter) => hang(world, sitter)))
}

async function hang({ app, people }: World, { key, name }: DemoPerson): Promise<void> {
  const person = people.get(key).id
  const data = await sharp(Buffer.from(drawPortrait(name)))
    .png()
    .toBuffer()
  const { url } = unwrap(
    await storePortrait(app, { field: 'photo', name: `${key}.png`, type: 'image/png', data }, person),
  )
  // The picture alone: a profile written whole would take what the demo did not name.
  await compareAndSet(app, 'profiles', { person: { equals: person } }, { portraitUrl: url })
}
