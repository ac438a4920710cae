import type { CivilDate } from '@/core/dates'
import type { Person, RoleGrant } from '@/core/person'
import type { App } from '@/hooks'
import type { Calendar } from './calendar'

/** What the acts of the demo share: the program at the hour of the act, and what came before by name. */
export type World = {
  readonly app: App
  readonly calendar: Calendar
  readonly today: () => CivilDate
  /** Ids of what was made, under names of the demo's own (`season`, `exchange:newsletter`…). */
  readonly ids: Names<string>
  readonly people: Names<Person>
}

/** A map that knows that asking for a name nobody made is a bug. */
export class Names<T> {
  readonly #known = new Map<string, T>()

  set(name: string, value: T): T {
    this.#known.set(name, value)
    return value
  }

  get(name: string): T {
    const value = this.#known.get(name)
    if (value === undefined) throw new Error(`demo: nothing is named ${name}`)
    return value
  }

  has(name: string): boolean {
    return this.#known.has(name)
  }
}

/** A member as a request of theirs would be, signed in and in good standing. */
export const asMember = (world: World, key: string): Person => ({
  ...world.people.get(key),
  standing: 'active',
})

/** The member of staff who does the association's daily work in the demo. */
export const staffOf = (world: World): Person => asMember(world, 'accueil')

/** Remembers a grant, so that later acts of this person carry it. */
export function remember(world: World, key: string, grant: RoleGrant): void {
  const person = world.people.get(key)
  world.people.set(key, { ...person, grants: [...person.grants, grant] })
}
