import type { RoleGrant } from '@/core/person'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve } from '@/tests/support/http'
import { type Member, memberOf, twoSeasons } from './renewalSupport'

/** A house that is served, with two seasons: members of the first, seat by seat, and staff by what they were granted. */
export async function renewalHouse() {
  const { app } = await bootApp()
  const server = await serve(app)
  const { old, next } = await twoSeasons(app, { cap: 40 })
  let seat = 0
  return {
    app,
    server,
    old,
    next,
    browserOf: async (person: string): Promise<Browser> => server.as((await asVisitor(app, person)).token),
    staffOf: async (...grants: RoleGrant[]) => {
      const { id } = await makePerson(app, { standing: 'prospect', grants })
      return asVisitor(app, id)
    },
    member: (name?: string): Promise<Member> => memberOf(app, old, ++seat, name ? { name } : {}),
  }
}

/** What is said on the next page after an act. */
export function toldBy(answer: Response): string {
  const body = /flash=([\w-]+)\./.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return Buffer.from(body, 'base64url')
    .toString()
    .replace(/\u00a0|\u202f/g, ' ')
}

/** What a page says, its no-break spaces as others. */
export const text = async (answer: Promise<Response>): Promise<string> =>
  (await (await answer).text()).replace(/\u00a0|\u202f/g, ' ')
