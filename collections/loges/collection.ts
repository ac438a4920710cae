import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { searchKey, slugify, sortKey } from '@/core/text'
import { appOf } from '@/hooks'
import { LOGE_STATES, LOGES, TOPIC } from './contract'
import { stateNames } from './i18n'

/** Staff for loges makes and edits them here; a coordinator edits its own on its page. */
export const loges: CollectionConfig = {
  slug: LOGES,
  labels: { singular: { fr: 'Loge', en: 'Loge' }, plural: { fr: 'Loges', en: 'Loges' } },
  access: {
    read: allow(staffFor('loges')),
    create: allow(staffFor('loges')),
    update: allow(staffFor('loges')),
    // People, missions and history refer to a loge by its id: it is paused, not deleted.
    delete: closed,
  },
  admin: {
    group: { fr: 'Loges et missions', en: 'Loges and missions' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'territory', 'updatedAt'],
    listSearchableFields: ['searchKey'],
    description: {
      fr: 'Coordinateurs et offreurs se nomment au bureau, dans « Personnes ».',
      en: 'Coordinators and providers are named at the office, under “People”.',
    },
  },
  defaultSort: 'sortKey',
  hooks: {
    beforeValidate: [({ data }) => ({ ...data, slug: data?.slug || slugify(String(data?.name ?? ''), 60) })],
    beforeChange: [
      ({ data, originalDoc }) => {
        const whole = { ...originalDoc, ...data }
        return {
          ...data,
          searchKey: searchKey(whole.name, whole.territory, whole.wantedSkills),
          sortKey: sortKey(whole.name),
        }
      },
    ],
    afterChange: [
      async ({ doc }) => {
        await appOf().touch(TOPIC)
        return doc
      },
    ],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 80,
      label: { fr: 'Nom', en: 'Name' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      label: { fr: 'Adresse', en: 'Address' },
      admin: {
        position: 'sidebar',
        description: {
          fr: 'La fin de l’adresse de la page : /loges/… Vide, elle vient du nom.',
          en: 'The end of the page’s address: /loges/… Left empty, it comes from the name.',
        },
      },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'forming',
      index: true,
      enumName: 'loge_state',
      label: { fr: 'État', en: 'State' },
      options: LOGE_STATES.map((value) => ({
        value,
        label: { fr: stateNames('fr')[value], en: stateNames('en')[value] },
      })),
      admin: {
        position: 'sidebar',
        description: {
          fr: 'En pause, la loge n’est plus montrée au public.',
          en: 'A paused loge is no longer shown to the public.',
        },
      },
    },
    {
      name: 'territory',
      type: 'textarea',
      required: true,
      maxLength: 2000,
      label: { fr: 'Communes', en: 'Communes' },
      admin: { description: { fr: 'Une par ligne.', en: 'One a line.' } },
    },
    {
      name: 'presentation',
      type: 'textarea',
      maxLength: 8000,
      label: { fr: 'Présentation', en: 'Presentation' },
      admin: {
        rows: 8,
        description: {
          fr: 'Une ligne vide sépare les paragraphes.',
          en: 'An empty line separates paragraphs.',
        },
      },
    },
    {
      name: 'wantedSkills',
      type: 'textarea',
      maxLength: 2000,
      label: { fr: 'Savoir-faire recherchés', en: 'Skills wanted' },
      admin: {
        description: { fr: 'Un par ligne ; publiés sur la page.', en: 'One a line; shown on the page.' },
      },
    },
    { name: 'searchKey', type: 'text', admin: { hidden: true } },
    { name: 'sortKey', type: 'text', index: true, admin: { hidden: true } },
  ],
}
