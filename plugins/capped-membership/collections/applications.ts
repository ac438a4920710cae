import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields, inEuros } from '@/hooks'
import { APPLICATION_KINDS, APPLICATIONS, type ApplicationState, REFUSAL_CODES } from '../contract'
import { refusalWords } from '../i18n/figures'
import { interviewFields } from './interviewFields'
import { both, dayAndTime, membershipGroup, options } from './labels'

export const applicationStates: Record<ApplicationState, ReturnType<typeof both>> = {
  received: both('reçue', 'received'),
  'interview-planned': both('entretien fixé', 'interview planned'),
  interviewed: both('entretien fait, à décider', 'interviewed, to be decided'),
  accepted: both('acceptée, cotisation attendue', 'accepted, fee awaited'),
  joined: both('adhésion confirmée', 'membership confirmed'),
  refused: both('refusée', 'refused'),
  waiting: both('acceptée, en liste d’attente', 'accepted, on the waiting list'),
  withdrawn: both('retirée', 'withdrawn'),
  left: both('départ enregistré', 'left'),
}

const refusalCodes = Object.fromEntries(
  REFUSAL_CODES.map((code) => [code, both(refusalWords('fr')[code], refusalWords('en')[code])]),
)

/**
 * A file of somebody who wants to join. The row decides, so nobody edits it through Payload, whose update
 * writes the whole row back and could undo a decision made meanwhile: the acts are at /bureau/candidatures.
 */
export const applications: CollectionConfig = {
  slug: APPLICATIONS,
  labels: { singular: both('Candidature', 'Application'), plural: both('Candidatures', 'Applications') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'activity', 'interviewAt', 'createdAt'],
    listSearchableFields: ['searchKey', 'email'],
    preview: (doc) => `/bureau/candidatures/${String(doc.id)}`,
    description: both(
      'Pour fixer un entretien, décider ou enregistrer un paiement, ouvrez le dossier au bureau : /bureau/candidatures.',
      'To plan an interview, decide or record a payment, open the file at the office: /bureau/candidatures.',
    ),
  },
  access: { read: allow(staffFor('applications')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['season', 'state'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      index: true,
      options: options(applicationStates),
    },
    {
      name: 'kind',
      label: both('Nature', 'Kind'),
      type: 'select',
      defaultValue: APPLICATION_KINDS[0],
      options: options({ joining: both('adhésion', 'joining'), renewal: both('renouvellement', 'renewal') }),
    },
    { name: 'name', label: both('Nom', 'Name'), type: 'text', required: true },
    { name: 'email', label: both('Adresse électronique', 'E-mail'), type: 'text', required: true },
    { name: 'phone', label: both('Téléphone', 'Phone'), type: 'text' },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', index: true },
    {
      name: 'lang',
      label: both('Langue', 'Language'),
      type: 'text',
      required: true,
      custom: { words: { fr: both('français', 'French'), en: both('anglais', 'English') } },
    },
    { name: 'activity', label: both('Activité', 'Activity'), type: 'text', required: true },
    { name: 'skills', label: both('Savoir-faire', 'Skills'), type: 'textarea', required: true },
    { name: 'motives', label: both('Motivations', 'Motives'), type: 'textarea', required: true },
    {
      name: 'charterAt',
      label: both('Charte acceptée le', 'Charter accepted on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    {
      name: 'privacyAt',
      label: both('Données : accord donné le', 'Data: consent given on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    {
      name: 'interviewAt',
      label: both('Entretien', 'Interview'),
      type: 'date',
      index: true,
      admin: dayAndTime,
    },
    { name: 'interviewPlace', label: both('Lieu ou lien', 'Place or link'), type: 'text' },
    ...interviewFields,
    { name: 'interviewedAt', label: both('Compte rendu du', 'Report of'), type: 'date', admin: dayAndTime },
    { name: 'report', label: both('Compte rendu', 'Report'), type: 'textarea' },
    {
      name: 'decision',
      label: both('Décision', 'Decision'),
      type: 'text',
      custom: { words: { accepted: applicationStates.accepted, refused: applicationStates.refused } },
    },
    { name: 'reason', label: both('Motif donné', 'Reason given'), type: 'textarea' },
    {
      name: 'reasonCode',
      label: both('Motif codé du refus', 'Coded reason of the refusal'),
      type: 'text',
      custom: { words: refusalCodes },
    },
    { name: 'decidedBy', label: both('Décidé par', 'Decided by'), type: 'text' },
    { name: 'decidedAt', label: both('Décidé le', 'Decided on'), type: 'date', admin: dayAndTime },
    { name: 'dueCents', label: both('Cotisation due', 'Fee due'), type: 'number', custom: inEuros },
    {
      name: 'joinedAt',
      label: both('Adhésion confirmée le', 'Membership confirmed on'),
      type: 'date',
      admin: dayAndTime,
    },
    {
      name: 'waitingAt',
      label: both('En liste d’attente depuis', 'On the waiting list since'),
      type: 'date',
      admin: dayAndTime,
    },
    { name: 'waitingWhy', type: 'text', admin: { hidden: true } },
    { name: 'round', label: both('Tour', 'Round'), type: 'number' },
    {
      name: 'reapplyAt',
      label: both('Peut candidater de nouveau depuis', 'May apply again since'),
      type: 'date',
      admin: dayAndTime,
    },
    {
      name: 'source',
      label: both('Origine', 'Where it came from'),
      type: 'text',
      admin: { description: both('Vide : le formulaire public.', 'Empty: the public form.') },
    },
    {
      name: 'memberSince',
      label: both('Adhérent depuis', 'Member since'),
      type: 'date',
      admin: {
        ...dayAndTime,
        description: both('Dit par une liste importée.', 'As an imported list says.'),
      },
    },
    { name: 'searchKey', type: 'text', admin: { hidden: true } },
    ...decidingFields(),
  ],
}
