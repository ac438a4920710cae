import { setTimeout as sleep } from 'node:timers/promises'
import { everybody } from '@/server/demo/people'
import type { openMailbox } from '../support/mailbox'
import { type Asker, idOf } from './people'

/** Where what no link of a page leads to is found, in a mail or behind a form, by its route. */
export type Unlinked = Readonly<Record<string, string>>

type Scene = { chief: Asker; visitor: Asker; mailbox: Awaited<ReturnType<typeof openMailbox>> }

const named = (key: string): string => {
  const person = everybody.find((p) => p.key === key)
  if (!person) throw new Error(`demo: nobody is called ${key}`)
  return person.name
}

async function done(answer: Promise<Response>): Promise<Response> {
  const { status, url } = await answer
  if (status >= 400) throw new Error(`${url}: ${status} ${(await (await answer).text()).slice(-2000)}`)
  return answer
}

/** What the demo has none of: a departure, somebody in line, a list to import, an application by mail. */
export async function setTheScene({ chief, visitor, mailbox }: Scene): Promise<Unlinked> {
  await fillTheSeason(chief)
  const leaver = await idOf(chief, named('anahit'))
  await done(
    chief.post(`/bureau/departs/personne/${leaver}`, { channel: 'phone', reason: 'moving', note: '' }),
  )
  await gone(chief, leaver)
  const list = await importList(chief)
  return {
    ...(await applyByMail(visitor, mailbox)),
    ...(await tryALetter(chief, mailbox)),
    '/bureau/importer/:id': list,
    '/bureau/importer/:id/lancer': `${list}/lancer`,
  }
}

/** The rest of a departure is done behind it: until then some page may still name them. */
async function gone(chief: Asker, person: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const file = await (await chief.get(`/bureau/personnes/${person}`)).text()
    if (!file.includes('href="/annuaire/')) return
    await sleep(100)
  }
  throw new Error('whoever left is in the directory still')
}

/** No seat is left: who is accepted stands in line. */
async function fillTheSeason(chief: Asker): Promise<void> {
  const { free } = (await (await chief.get('/widgets/counter.json')).json()) as { free: number }
  const { docs } = (await (await chief.get('/api/seasons?where[state][equals]=open')).json()) as {
    docs: { id: string; cap: number }[]
  }
  const [season] = docs
  await done(chief.send('PATCH', `/api/seasons/${season?.id}`, { cap: (season?.cap ?? 0) - free }))
  const name = named('salome')
  const list = await (await chief.get(`/bureau/candidatures?q=${encodeURIComponent(name)}`)).text()
  const file = /\/bureau\/candidatures\/[\w-]{36}/.exec(list)?.[0]
  await done(chief.post(`${file}/accepter`, {}))
}

/** One list imported, and one that waits to be looked at: its address. */
async function importList(chief: Asker): Promise<string> {
  const season = { name: 'Liste', titleFr: 'Liste', titleEn: 'List', state: 'draft', cap: 5, feeCents: 500 }
  const made = await done(chief.send('POST', '/api/seasons', { ...season, opensOn: '2020-01-07' }))
  const { doc } = (await made.json()) as { doc: { id: string } }
  const text =
    'Prénom;Nom;Courriel;Moyen de paiement;Payé le\nZoé;Œil;zoe.oeil@test.example;chèque;2020-02-01\n;Sans;;;\n'
  const upload = async () => {
    const form = new FormData()
    form.set('season', doc.id)
    form.set('file', new File([text], 'adherents.csv', { type: 'text/csv' }))
    return (await done(chief.post('/bureau/importer', form))).headers.get('location') ?? ''
  }
  await done(chief.post(`${await upload()}/lancer`, { agreed: 'oui' }))
  return upload()
}

/** A letter to a loge, tried on whoever writes it: what it leads to is where news are declined. */
async function tryALetter(chief: Asker, mailbox: Scene['mailbox']): Promise<Unlinked> {
  const form = await (await chief.get('/bureau/lettres/nouvelle')).text()
  const a = /value="(loge:[\w-]+)"/.exec(form)?.[1] ?? ''
  const words = { objet: 'La fête du local', texte: 'Elle a lieu le 12.' }
  const kept = await done(
    chief.post('/bureau/lettres/nouvelle', { cle: crypto.randomUUID(), a, nature: 'news', ...words }),
  )
  await done(chief.post(`${kept.headers.get('location')}/essai`, {}))
  const trial = await mailbox.waitFor('bureau@demo.example', /La fête du local/)
  return { '/nouvelles/:token': /\/nouvelles\/[\w.-]+/.exec(trial.text)?.[0] ?? '' }
}

async function applyByMail(visitor: Asker, mailbox: Scene['mailbox']): Promise<Unlinked> {
  const email = 'nour@test.example'
  const answers = {
    name: 'Nour Essai',
    email,
    phone: '',
    activity: 'Correctrice',
    skills: 'Correction',
    motives: 'Apprendre des autres.',
  }
  await done(visitor.post('/adhesion/candidature', { ...answers, geste: 'garder' }))
  const kept = await mailbox.waitFor(email, /./)
  await done(
    visitor.post('/adhesion/candidature', {
      ...answers,
      email: `autre.${email}`,
      charter: 'oui',
      privacy: 'oui',
    }),
  )
  const sent = await mailbox.waitFor(`autre.${email}`, /./)
  const draft = /\/adhesion\/candidature\/brouillon\/[\w.-]+/.exec(kept.text)?.[0] ?? ''
  return {
    '/adhesion/candidature/brouillon/:token': draft,
    '/adhesion/candidature/brouillon/:token/effacer': `${draft}/effacer`,
    '/adhesion/candidature/confirmer/:token':
      /\/adhesion\/candidature\/confirmer\/[\w.-]+/.exec(sent.text)?.[0] ?? '',
  }
}
