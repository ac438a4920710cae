import { SEASONS } from '@/plugins/capped-membership/contract'
import type { World } from './world'

/** 120 seats at 5 euros (domain.md, Association and membership). Its seats are made as it is saved. */
export async function openSeason(world: World): Promise<void> {
  const { app, calendar } = world
  const { name, titleFr, titleEn } = calendar.season
  const at = app.clock.now().toISOString()
  const { id } = await app.payload.create({
    collection: SEASONS,
    // Staff's own form for seasons is the admin; nobody is signed in while the demo is made.
    overrideAccess: true,
    depth: 0,
    data: {
      name,
      slug: name,
      titleFr,
      titleEn,
      state: 'open',
      cap: 120,
      feeCents: 500,
      opensOn: calendar.opensOn,
      staffTakesSeats: false,
      createdAt: at,
      updatedAt: at,
    },
  })
  world.ids.set('season', String(id))
}
