import { acceptHelp, askHelp, deliverHelp, evaluateHelp } from '@/collections/exchanges/service'
import { openTopic } from '@/collections/forum/service/openTopic'
import { postReply } from '@/collections/forum/service/postReply'
import { storePortrait } from '@/collections/media/service/storePortrait'
import { proposeMission } from '@/collections/missions/service'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime/index'
import { picture } from '@/server/backup/tests/world'
import type { People } from './people'

type Data = Record<string, unknown>

/** A loge, a mission, help given and help asked, a conversation, a page and a piece of news in two languages, pictures. */
export async function makeCommunity(app: App, { ada, bea, staff }: People): Promise<void> {
  const loge = await create(app, 'loges', {
    name: 'Loge d’Apt',
    slug: 'apt',
    state: 'forming',
    territory: 'Apt',
  })
  const text = {
    brief: 'Un livret de vingt-quatre pages.',
    mode: 'cooperative',
    budget: '',
    skills: 'Écrire',
  }
  unwrap(
    await proposeMission(app, {
      who: staff,
      text: { ...text, title: 'Un guide d’accueil', loge, deadline: null } as never,
      prospect: { name: 'La mairie', organisation: 'Une commune', email: '', phone: '', notes: '' },
      submit: true,
      formKey: newId(),
    }),
  )

  const help = async () =>
    unwrap(
      await askHelp(app, {
        who: ada,
        helper: bea.id,
        title: 'Relire un devis',
        need: 'Deux pages.',
        hours: 1,
        amount: 1,
        formKey: newId(),
      }),
    ).id
  const given = { id: await help(), who: { id: bea.id, judge: false } }
  unwrap(await acceptHelp(app, given))
  unwrap(await deliverHelp(app, given))
  const judged = { rating: 4, comment: 'Claire et rapide.' }
  unwrap(await evaluateHelp(app, { id: given.id, who: { id: ada.id, judge: false }, ...judged }))
  await help()

  const category = await create(
    app,
    'forum-categories',
    { slug: 'metiers', order: 10, title: 'Métiers', description: 'Ce que nous faisons.' },
    { title: 'Trades', description: 'What we do.' },
  )
  const topic = unwrap(
    await openTopic(app, ada, { key: newId(), category, title: 'Bonjour', text: 'Qui **relit** ?' }),
  )
  unwrap(await postReply(app, bea, { key: newId(), topic: topic.id, text: 'Moi !' }))

  unwrap(await storePortrait(app, await picture(40), ada.id))
  const content = words('Élan')
  const published = { _status: 'published', content }
  await create(app, 'pages', { title: 'Où ?', slug: 'ou', ...published }, { title: 'Where?' })
  await create(
    app,
    'posts',
    { title: 'Nouvelles', slug: 'nouvelles', excerpt: 'Bref', ...published },
    { title: 'News' },
  )
  await drain(app)
}

/** As staff does in the admin: in French, then in English. */
async function create(app: App, collection: string, fr: Data, en?: Data): Promise<string> {
  const { payload } = app
  const made = await payload.create({ collection: collection as never, locale: 'fr', data: fr as never })
  const { id } = made as unknown as { id: string }
  if (en) await payload.update({ collection: collection as never, id, locale: 'en', data: en as never })
  return String(id)
}

const words = (text: string) => {
  const node = { format: '', indent: 0, version: 1, direction: 'ltr' }
  const said = { type: 'text', text, version: 1, detail: 0, format: 0, mode: 'normal', style: '' }
  const paragraph = { ...node, type: 'paragraph', textFormat: 0, children: [said] }
  return { root: { ...node, type: 'root', children: [paragraph] } }
}
