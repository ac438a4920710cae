/*
 * A plugin as its author publishes it: JavaScript, built elsewhere, that imports nothing of the house but is handed it.
 * Here for tests/plugins/newPlugin.int.test.ts, which installs it in a copy of the repo.
 */
import { createElement as h } from 'react'

/** @param {import('../../../../plugins/house').House} house */
export default function meteo({ hooks, ui, core, members }) {
  const { anyone, staffFor } = core.access
  const title = { fr: 'Météo du quartier', en: 'Weather around here' }
  return hooks.definePlugin({
    id: 'meteo',
    version: '1.2.0',
    title,
    description: { fr: 'Le temps qu’il fait, relevé à la main.', en: 'The weather, read by hand.' },
    requires: { compagnon: '^0.3.0' },
    collections: [
      {
        slug: 'meteo-readings',
        labels: {
          singular: { fr: 'Relevé', en: 'Reading' },
          plural: { fr: 'Relevés', en: 'Readings' },
        },
        access: {
          read: members.allow(anyone),
          create: members.allow(staffFor('content')),
          update: members.closed,
          delete: members.closed,
        },
        fields: [{ name: 'degrees', type: 'number', required: true, label: { fr: 'Degrés', en: 'Degrees' } }],
      },
    ],
    routes: [
      hooks.route({
        path: '/meteo',
        access: anyone,
        get: async ({ app, lang }) => {
          const { docs } = await app.payload.db.find({
            collection: 'meteo-readings',
            sort: '-id',
            pagination: false,
            limit: 1,
          })
          return hooks.page({
            title: title[lang],
            view: h(
              ui.Page,
              null,
              h(ui.PageHeading, { title: title[lang], lead: docs[0] ? `${docs[0].degrees} °C` : '—' }),
            ),
          })
        },
      }),
    ],
    menu: [{ place: 'public', href: '/meteo', label: title, order: 90 }],
  })
}
