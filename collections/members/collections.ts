import { parse } from 'cookie'
import type { AuthStrategyFunction, CollectionConfig } from 'payload'
import { administrator, staff, staffFor } from '@/core/access'
import { LANGS } from '@/core/lang'
import { STANDINGS } from '@/core/person'
import { searchKey, sortKey } from '@/core/text'
import { appIfRunning, decidingFields } from '@/hooks'
import { allow, closed, personOf } from './access'
import { areaWords } from './areas'
import { ROLES } from './domain/grants'
import { roleNames, signInEnds, standingNames, standingReasons } from './i18n/codes'
import { readSignIn } from './store/readSignIn'
import { hashToken } from './store/token'

/** The cookie that carries the token of a sign-in; `__Host-` needs https, so it is bare on loopback. */
export const COOKIE = 'compagnon'

const people = { fr: 'Personnes', en: 'People' }

/** One sign-in for our pages, the admin, REST and GraphQL: the row behind the cookie, read at each request. */
const bySignIn: AuthStrategyFunction = async ({ headers, payload }) => {
  const token = parse(headers.get('cookie') ?? '')[COOKIE]
  if (!token) return { user: null }
  const live = await readSignIn(payload, hashToken(token), new Date())
  if (!live) return { user: null }
  const { person } = live
  return {
    user: {
      id: person.id,
      email: person.email,
      lang: person.lang,
      person,
      collection: 'members',
      _strategy: 'sign-in',
    },
  } as unknown as Awaited<ReturnType<AuthStrategyFunction>>
}

export const members: CollectionConfig = {
  slug: 'members',
  labels: { singular: { fr: 'Compte', en: 'Account' }, plural: { fr: 'Comptes', en: 'Accounts' } },
  auth: {
    useSessions: false,
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    removeTokenFromResponses: true,
    strategies: [{ name: 'sign-in', authenticate: bySignIn }],
  },
  admin: {
    group: people,
    useAsTitle: 'email',
    defaultColumns: ['email', 'lang', 'createdAt'],
    description: {
      fr: 'Ce qui sert à se connecter. Les droits sont dans « Situations » et « Rôles », la présentation dans « Profils ».',
      en: 'What people sign in with. Rights are under “Standings” and “Roles”, presentation under “Profiles”.',
    },
  },
  access: {
    admin: ({ req }) => staff(personOf(req)),
    create: closed,
    read: allow(staff),
    // Not even by an administrator: Payload would take any password and any address. People change their own, by our
    // rules; a forgotten password has its link.
    update: closed,
    delete: closed,
    unlock: allow(administrator),
  },
  fields: [
    {
      name: 'lang',
      label: { fr: 'Langue', en: 'Language' },
      type: 'select',
      options: LANGS.map((l) => ({ value: l, label: l === 'fr' ? 'français' : 'English' })),
      defaultValue: 'fr',
      required: true,
    },
  ],
}

export const standings: CollectionConfig = {
  slug: 'standings',
  labels: { singular: { fr: 'Situation', en: 'Standing' }, plural: { fr: 'Situations', en: 'Standings' } },
  custom: { deciding: true },
  admin: {
    group: people,
    useAsTitle: 'person',
    defaultColumns: ['person', 'standing', 'since', 'reason'],
    description: {
      fr: 'Où en est chacun avec l’association, et depuis quand. En lecture seule : une situation change par un acte du bureau (« Personnes », « Candidatures »).',
      en: 'Where everybody stands with the association, and since when. Read only: a standing changes by an act at the office (“People”, “Applications”).',
    },
  },
  access: { create: closed, read: allow(staff), update: closed, delete: closed },
  fields: [
    { name: 'person', label: { fr: 'Personne', en: 'Person' }, type: 'text', required: true, unique: true },
    {
      name: 'standing',
      label: { fr: 'Situation', en: 'Standing' },
      type: 'text',
      required: true,
      index: true,
      custom: { words: standingNames },
      validate: (v: unknown) => (STANDINGS as readonly unknown[]).includes(v) || 'unknown standing',
    },
    { name: 'since', label: { fr: 'Depuis', en: 'Since' }, type: 'date' },
    { name: 'until', label: { fr: 'Jusqu’au', en: 'Until' }, type: 'date' },
    { name: 'before', type: 'text', admin: { hidden: true } },
    {
      name: 'reason',
      label: { fr: 'Motif', en: 'Reason' },
      type: 'text',
      custom: { words: standingReasons },
    },
    { name: 'actor', label: { fr: 'Décidé par', en: 'Decided by' }, type: 'text' },
    ...decidingFields(),
  ],
}

export const roleGrants: CollectionConfig = {
  slug: 'role-grants',
  labels: { singular: { fr: 'Rôle', en: 'Role' }, plural: { fr: 'Rôles', en: 'Roles' } },
  custom: { deciding: true },
  admin: {
    group: people,
    useAsTitle: 'person',
    defaultColumns: ['person', 'role', 'scope', 'from', 'to'],
    description: {
      fr: 'Qui peut quoi, de quand à quand. Un rôle retiré garde sa ligne, avec sa fin.',
      en: 'Who may do what, from when to when. A role taken back keeps its line, with its end.',
    },
  },
  access: { create: closed, read: allow(staffFor('settings')), update: closed, delete: closed },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'person', label: { fr: 'Personne', en: 'Person' }, type: 'text', required: true, index: true },
    {
      name: 'role',
      label: { fr: 'Rôle', en: 'Role' },
      type: 'text',
      required: true,
      custom: { words: roleNames },
      validate: (v: unknown) => (ROLES as readonly unknown[]).includes(v) || 'unknown role',
    },
    {
      name: 'scope',
      label: { fr: 'Périmètre', en: 'Scope' },
      type: 'text',
      // Known by the running program: plugins have areas of their own.
      custom: { words: async () => areaWords() },
      admin: {
        description: {
          fr: 'Le domaine d’un permanent, ou la loge d’un coordinateur ou d’un offreur.',
          en: 'The area of a member of staff, or the loge of a coordinator or provider.',
        },
      },
    },
    { name: 'from', label: { fr: 'Du', en: 'From' }, type: 'date' },
    { name: 'to', label: { fr: 'Au', en: 'To' }, type: 'date' },
    { name: 'actor', label: { fr: 'Donné par', en: 'Granted by' }, type: 'text' },
    { name: 'endedBy', label: { fr: 'Retiré par', en: 'Ended by' }, type: 'text' },
    ...decidingFields(),
  ],
}

export const signIns: CollectionConfig = {
  slug: 'sign-ins',
  labels: { singular: { fr: 'Connexion', en: 'Sign-in' }, plural: { fr: 'Connexions', en: 'Sign-ins' } },
  admin: {
    group: people,
    useAsTitle: 'person',
    defaultColumns: ['person', 'device', 'lastSeenAt', 'endedAt'],
    description: {
      fr: 'Les appareils d’où l’on s’est connecté. Chacun ferme les siennes dans son compte ; elles se ferment avec une suspension ou un nouveau mot de passe.',
      en: 'The devices people signed in from. Each person ends their own in their account; they end with a suspension or a new password.',
    },
  },
  access: { create: closed, read: allow(administrator), update: closed, delete: closed },
  // When somebody was last seen, on whatever device.
  indexes: [{ fields: ['person', 'lastSeenAt'] }],
  fields: [
    { name: 'tokenHash', type: 'text', required: true, unique: true, hidden: true },
    { name: 'person', label: { fr: 'Personne', en: 'Person' }, type: 'text', required: true, index: true },
    { name: 'device', label: { fr: 'Appareil', en: 'Device' }, type: 'text' },
    { name: 'startedAt', label: { fr: 'Ouverte le', en: 'Started' }, type: 'date' },
    { name: 'lastSeenAt', label: { fr: 'Vue le', en: 'Last seen' }, type: 'date' },
    { name: 'expiresAt', label: { fr: 'Expire le', en: 'Expires' }, type: 'date', index: true },
    { name: 'endedAt', label: { fr: 'Fermée le', en: 'Ended' }, type: 'date' },
    {
      name: 'endReason',
      label: { fr: 'Motif', en: 'Reason' },
      type: 'text',
      custom: { words: signInEnds },
    },
  ],
}

export const profiles: CollectionConfig = {
  slug: 'profiles',
  labels: { singular: { fr: 'Profil', en: 'Profile' }, plural: { fr: 'Profils', en: 'Profiles' } },
  admin: {
    group: people,
    useAsTitle: 'name',
    defaultColumns: ['name', 'headline', 'town', 'listed'],
    listSearchableFields: ['searchKey'],
    description: {
      fr: 'Ce que les autres adhérents voient. Chacun modifie le sien dans l’extranet.',
      en: 'What other members see. Each edits their own in the extranet.',
    },
  },
  access: { create: closed, read: allow(staff), update: allow(staffFor('moderation')), delete: closed },
  // The directory, by name or by arrival.
  indexes: [{ fields: ['listed', 'sortKey'] }, { fields: ['listed', 'arrivedAt', 'sortKey'] }],
  hooks: {
    beforeChange: [
      ({ data }) => ({
        ...data,
        searchKey: searchKey(data.name, data.headline, data.skills, data.town),
        sortKey: sortKey(data.name),
      }),
    ],
    // Names are kept in memory, in the pages of the public site and in store/cards.ts.
    afterChange: [async () => void (await appIfRunning()?.touch('people'))],
  },
  fields: [
    {
      name: 'person',
      label: { fr: 'Compte', en: 'Account' },
      type: 'text',
      required: true,
      unique: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'name', label: { fr: 'Nom', en: 'Name' }, type: 'text', required: true },
    {
      name: 'slug',
      label: { fr: 'Adresse dans l’annuaire', en: 'Address in the directory' },
      type: 'text',
      required: true,
      unique: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: { fr: 'Ce qui suit « /annuaire/ ».', en: 'What follows “/annuaire/”.' },
      },
    },
    { name: 'headline', label: { fr: 'Métier en une ligne', en: 'Trade in one line' }, type: 'text' },
    { name: 'presentation', label: { fr: 'Présentation', en: 'Presentation' }, type: 'textarea' },
    {
      name: 'skills',
      label: { fr: 'Savoir-faire', en: 'Skills' },
      type: 'textarea',
      admin: { description: { fr: 'Un par ligne.', en: 'One a line.' } },
    },
    { name: 'town', label: { fr: 'Commune', en: 'Town' }, type: 'text' },
    { name: 'website', label: { fr: 'Site', en: 'Website' }, type: 'text' },
    { name: 'portraitUrl', type: 'text', admin: { hidden: true } },
    {
      name: 'listed',
      label: { fr: 'Dans l’annuaire', en: 'In the directory' },
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'arrivedAt',
      label: { fr: 'Arrivée', en: 'Arrival' },
      type: 'date',
      index: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: { fr: 'Première entrée dans l’annuaire.', en: 'First entry in the directory.' },
      },
    },
    {
      name: 'searchKey',
      label: { fr: 'Nom, métier, savoir-faire ou commune', en: 'Name, trade, skill or town' },
      type: 'text',
      admin: { hidden: true },
    },
    { name: 'sortKey', type: 'text', index: true, admin: { hidden: true } },
  ],
}

/** Links sent or printed once, that prove something: used once, and only until they expire. */
export const oneTimeLinks: CollectionConfig = {
  slug: 'one-time-links',
  labels: {
    singular: { fr: 'Lien', en: 'Link' },
    plural: { fr: 'Liens à usage unique', en: 'One-time links' },
  },
  admin: { hidden: true },
  access: { create: closed, read: closed, update: closed, delete: closed },
  fields: [
    { name: 'tokenHash', type: 'text', required: true, unique: true, hidden: true },
    { name: 'purpose', type: 'text', required: true, index: true },
    { name: 'person', type: 'text', index: true },
    { name: 'email', type: 'text' },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'usedAt', type: 'date' },
  ],
}

export const peopleCollections: CollectionConfig[] = [
  members,
  profiles,
  standings,
  roleGrants,
  signIns,
  oneTimeLinks,
]
