import { STAFF_AREAS } from '@/core/person'
import { emailOf, everybody } from '@/server/demo/people'
import type { TestServerProcess } from '@/tests/support/server'

/** Somebody who asks for pages: a kind of person, with the cookie they signed in by. */
export type Asker = {
  name: string
  cookie: string | undefined
  get: (path: string) => Promise<Response>
  post: (path: string, fields: Record<string, string> | FormData) => Promise<Response>
  /** Payload's REST. */
  send: (method: string, path: string, json: object) => Promise<Response>
}

const COOKIE = 'compagnon'
const CHIEF = 'bureau@demo.example'

/** Who lives where in the demo; members who are given an area of staff's work, one each. */
const KINDS = {
  applicant: 'candidate@demo.example',
  member: 'maelle.kervadec@demo.example',
  coordinator: 'coordination@demo.example',
} as const
const APPOINTED = ['hortense', 'ewen', 'priscilla', 'mathurin', 'josephine', 'selim', 'ombeline']

/** Visitor, applicant, member, coordinator, staff of each area (a member with that area alone), administrator. */
export async function everyKind(server: TestServerProcess): Promise<Asker[]> {
  const chief = await signedIn(server, 'administrator', CHIEF, 0)
  const own = Object.entries(KINDS).map(([name, email], i) => signedIn(server, name, email, i + 1))
  const staff = STAFF_AREAS.map(async (area, i) => {
    const person = everybody.find(({ key }) => key === APPOINTED[i])
    if (!person) throw new Error(`the demo has no ${APPOINTED[i]} to give ${area}`)
    await appoint(chief, person.name, area)
    return signedIn(server, `staff:${area}`, emailOf(person), i + 10)
  })
  return [asker(server, 'visitor', undefined, 99), ...(await Promise.all([...own, ...staff])), chief]
}

/** The id of somebody of the demo, as staff finds it. */
export async function idOf(chief: Asker, name: string): Promise<string> {
  const list = await (await chief.get(`/bureau/personnes?q=${encodeURIComponent(name)}`)).text()
  const id = /\/bureau\/personnes\/([\w-]+)/.exec(list.slice(list.indexOf('<main')))?.[1]
  if (!id) throw new Error(`staff finds no ${name}`)
  return id
}

async function appoint(chief: Asker, name: string, area: string): Promise<void> {
  const file = `/bureau/personnes/${await idOf(chief, name)}`
  const given = await chief.post(`${file}/roles`, { role: `staff:${area}`, until: '' })
  if (given.status !== 303) throw new Error(`${name} (${file}) could not be given ${area}: ${given.status}`)
}

async function signedIn(server: TestServerProcess, name: string, email: string, n: number): Promise<Asker> {
  const answer = await asker(server, name, undefined, n).post('/connexion', {
    email,
    password: server.password,
  })
  const cookie = new RegExp(`${COOKIE}=([^;]+)`).exec(answer.headers.getSetCookie().join(' '))?.[1]
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
  return asker(server, name, cookie, n)
}

/** Each comes from an address of its own, so that so many sign-ins at once are nobody's attack. */
function asker(server: TestServerProcess, name: string, cookie: string | undefined, n: number): Asker {
  const headers = {
    'accept-language': 'fr',
    'x-forwarded-for': `192.0.2.${n + 1}`,
    origin: server.url,
    ...(cookie ? { cookie: `${COOKIE}=${cookie}` } : {}),
  }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', headers, ...init })
  return {
    name,
    cookie,
    get: (path) => ask(path),
    post: (path, fields) =>
      ask(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
    send: (method, path, json) =>
      ask(path, {
        method,
        body: JSON.stringify(json),
        headers: { ...headers, 'content-type': 'application/json' },
      }),
  }
}
