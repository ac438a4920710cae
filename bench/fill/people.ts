import type { Payload } from 'payload'
import { hashToken, newToken } from '@/collections/members/store/token'
import { newId } from '@/core/ids'
import { searchKey, slugify, sortKey } from '@/core/text'
import { pick, randomFrom } from '../random'
import { bulkInsert } from './bulk'

/** Someone who is signed in. */
export type Signed = { person: string; slug: string; token: string }

const FIRST =
  'Amélie Benoît Camille Daniel Élodie Farid Gaëlle Hervé Inès Jérôme Karine Loïc Maëlle Nadia Olivier Pauline Quentin Réjane Sébastien Thérèse Ursule Valérie Yann Zoé'.split(
    ' ',
  )
const LAST =
  'Abadie Bourdon Castaing Delmas Estève Fabre Gély Hébrard Izard Jourdan Lacaze Marty Noguès Olivié Pagès Quéré Roussel Sarda Teissier Vidal'.split(
    ' ',
  )
const TRADES =
  'Comptable à distance,Correctrice,Développeur web,Graphiste,Traductrice allemand-français,Secrétaire médicale,Rédactrice,Monteur vidéo,Juriste en droit social,Assistante administrative'.split(
    ',',
  )
const TOWNS =
  'Foix,Pamiers,Saint-Girons,Limoux,Quillan,Mirepoix,Lavelanet,Ax-les-Thermes,Tarascon-sur-Ariège,Carcassonne'.split(
    ',',
  )
const SKILLS =
  'comptabilité,relecture,mise en page,devis et factures,tableur,site web,traduction,son et image,classement,prospection'.split(
    ',',
  )

const TEXT = `Installée depuis une dizaine d’années dans la vallée, je travaille pour des artisans, des associations et des communes.

J’aime les dossiers qui demandent de la suite : reprendre ce qui traîne, mettre de l’ordre, puis transmettre la méthode à celles et ceux qui feront tourner la maison ensuite.`

const CHUNK = 5_000
/** As many as sit in front of a browser at once, with some to spare. */
const SIGNED_IN = 64

/** People with profile and standing, most of them active; the first are signed in, one is staff. */
export async function fillPeople(
  payload: Payload,
  count: number,
): Promise<{ people: string[]; signed: Signed[] }> {
  const random = randomFrom(7)
  const people = Array.from({ length: count }, () => newId())
  const signed: Signed[] = []
  for (let start = 0; start < count; start += CHUNK) {
    const ids = people.slice(start, start + CHUNK)
    const profiles = ids.map((person) => profileOf(person, random))
    await bulkInsert(
      payload,
      'members',
      ids.map((id, i) => memberOf(id, profiles[i]?.name ?? '', start + i)),
    )
    await bulkInsert(payload, 'profiles', profiles)
    await bulkInsert(
      payload,
      'standings',
      ids.map((person) => standingOf(person)),
    )
    if (start > 0) continue
    for (const { person, slug } of profiles.slice(0, SIGNED_IN))
      signed.push({ person, slug, token: newToken() })
  }
  await bulkInsert(payload, 'sign-ins', signed.map(signInOf))
  await bulkInsert(payload, 'role-grants', [
    { key: `bench:${people.at(-1)}`, person: people.at(-1), role: 'administrator', actor: 'system', rev: 1 },
  ])
  return { people, signed }
}

function profileOf(person: string, random: () => number) {
  const name = `${pick(random, FIRST)} ${pick(random, LAST)}`
  const headline = pick(random, TRADES)
  const town = pick(random, TOWNS)
  const skills = [pick(random, SKILLS), pick(random, SKILLS), pick(random, SKILLS)].join('\n')
  return {
    person,
    name,
    slug: `${slugify(name, 50)}-${person.slice(-12)}`,
    headline,
    presentation: TEXT,
    skills,
    town,
    listed: true,
    searchKey: searchKey(name, headline, skills, town),
    sortKey: sortKey(name),
  }
}

const memberOf = (id: string, name: string, n: number) => ({
  id,
  email: `${slugify(name, 40)}.${n}@bench.example`,
  lang: 'fr',
})

const standingOf = (person: string) => ({
  person,
  standing: 'active',
  since: '2026-01-07T09:00:00.000Z',
  reason: 'joined',
  actor: 'system',
  rev: 1,
  factsPending: 0,
})

function signInOf({ person, token }: Signed) {
  const now = new Date()
  return {
    tokenHash: hashToken(token),
    person,
    device: 'Firefox, Linux',
    startedAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 30 * 86_400_000).toISOString(),
  }
}
