import { rule } from '@/core/access'
import { DAY, HOUR, MINUTE } from '@/core/clock'
import { definePlugin } from '@/hooks'
import { applications } from './collections/applications'
import { cardFees } from './collections/cardFees'
import { departures } from './collections/departures'
import { drafts } from './collections/drafts'
import { memberImports } from './collections/memberImports'
import { memberships } from './collections/memberships'
import { payments } from './collections/payments'
import { refunds } from './collections/refunds'
import { renewalRounds, renewals } from './collections/renewals'
import { seasonCaps } from './collections/seasonCaps'
import { seasons } from './collections/seasons'
import { seats } from './collections/seats'
import { membershipSettings } from './collections/settings'
import { slots } from './collections/slots'
import { waiting } from './collections/waiting'
import { membershipCommands } from './commands'
import './contract'
import { reasons } from './i18n/reasons'
import { membershipMails } from './mails'
import { handlesApplications, handlesFiles } from './service/actor'
import { currentMembership } from './service/currentMembership'
import { resumeDepartures } from './service/departure/followLeaving'
import { forgetDrafts } from './service/drafts/forgetDrafts'
import { exportMembership } from './service/exportMembership'
import { forgetLists } from './service/imports/forgetLists'
import { importTask } from './service/imports/importTask'
import { letterAudiences } from './service/letterAudiences'
import { keepLine } from './service/line/inviteWaiting'
import { lineAndRefundTodo } from './service/lineAndRefundTodo'
import { listeners } from './service/listeners'
import { membershipTodo } from './service/listTodo'
import { provisionAll, settlePayments, watchDays } from './service/reconcile'
import { releaseExpiredHolds } from './service/releaseExpiredHolds'
import { renewalJobs } from './service/renewal/jobs'
import { renewalTodo } from './service/renewal/renewalTodo'
import { renewalToday } from './service/renewal/todayOfRenewal'
import { rolloverTask } from './service/rollover/rolloverTask'
import { seasonHeadings } from './service/seasonHeadings'
import { aboutRoute } from './web/about'
import { applyRoute, thanksRoute } from './web/apply'
import { EMBED, embedAccess, embedRoute } from './web/counter/embed'
import { hubOf } from './web/counter/hub'
import { counterRoutes } from './web/counter/routes'
import { departureRoutes, leavingPages } from './web/departure'
import { departuresPanel } from './web/departure/panel'
import { DEPARTURES_PAGE } from './web/departure/places'
import { draftRoutes } from './web/drafts/routes'
import { exportRoutes } from './web/exports'
import { homeBlock } from './web/homeBlock'
import { reviewRoutes } from './web/imports/review'
import { uploadRoute } from './web/imports/upload'
import { lineRoutes } from './web/line'
import { LINE } from './web/line/places'
import { mineRoute } from './web/mine'
import { OFFICE, SEASONS_PATH, seesSeasons } from './web/officeAccess'
import { officeActRoutes } from './web/officeActs'
import { officeFileRoute } from './web/officeFile'
import { officeListRoute } from './web/officeList'
import { applicationsPanel } from './web/panel'
import { payRoute } from './web/payOnline'
import { renewalMenu, renewalRoutes } from './web/renewal'
import { renewalPanel } from './web/renewal/panel'
import { rolloverRoutes } from './web/rollover/routes'
import { seasonBlock } from './web/seasonBlock'
import { seasonsRoute } from './web/seasons/list'
import { seasonRoute } from './web/seasons/show'
import { SLOTS_OFFICE, slotRoutes } from './web/slots/office'
import { pickRoutes } from './web/slots/pick'
import { staffSeason } from './web/staffSeason'

/** Somebody with a file under way or just decided. */
const hasFile = rule(
  'applicant',
  (who) => who !== null && ['applicant', 'accepted', 'refused', 'left'].includes(who.standing),
)

export const cappedMembership = definePlugin({
  id: 'capped-membership',
  version: '0.1.0',
  title: { fr: 'Adhésions à places comptées', en: 'Membership with counted seats' },
  description: {
    fr: 'Saisons, candidatures, entretiens, cotisations et places : jamais une de trop.',
    en: 'Seasons, applications, interviews, fees and seats: never one too many.',
  },
  collections: [
    applications,
    cardFees,
    departures,
    drafts,
    memberImports,
    memberships,
    payments,
    refunds,
    renewalRounds,
    renewals,
    seats,
    seasonCaps,
    seasons,
    slots,
    waiting,
  ],
  settings: membershipSettings,
  on: listeners,
  services: { 'membership.current': currentMembership },
  routes: [
    aboutRoute,
    applyRoute,
    thanksRoute,
    ...draftRoutes,
    mineRoute,
    payRoute,
    officeListRoute,
    officeFileRoute,
    ...officeActRoutes,
    ...slotRoutes,
    ...pickRoutes,
    ...counterRoutes,
    embedRoute,
    ...lineRoutes,
    ...departureRoutes,
    ...renewalRoutes,
    seasonsRoute,
    seasonRoute,
    ...exportRoutes,
    uploadRoute,
    ...reviewRoutes,
    ...rolloverRoutes,
  ],
  menu: [
    {
      place: 'public',
      href: '/adhesion',
      label: { fr: 'Adhésion', en: 'Membership' },
      order: 10,
      act: { fr: 'Découvrir l’adhésion', en: 'About membership' },
    },
    {
      place: 'account',
      href: '/ma-candidature',
      label: { fr: 'Ma candidature', en: 'My application' },
      order: 5,
      access: hasFile,
    },
    {
      place: 'account',
      href: OFFICE,
      label: { fr: 'Candidatures', en: 'Applications' },
      order: 60,
      access: handlesFiles,
      group: 'membership',
    },
    {
      place: 'account',
      href: LINE,
      label: { fr: 'Liste d’attente', en: 'Waiting list' },
      order: 61,
      access: handlesApplications,
      group: 'membership',
    },
    {
      place: 'account',
      href: DEPARTURES_PAGE,
      label: { fr: 'Départs et remboursements', en: 'Departures and refunds' },
      order: 62,
      access: handlesFiles,
      group: 'membership',
    },
    {
      place: 'account',
      href: SLOTS_OFFICE,
      label: { fr: 'Créneaux d’entretien', en: 'Interview slots' },
      order: 63,
      access: handlesApplications,
      group: 'membership',
    },
    {
      place: 'account',
      href: SEASONS_PATH,
      label: { fr: 'Saisons', en: 'Seasons' },
      order: 64,
      access: seesSeasons,
      group: 'membership',
    },
    {
      place: 'account',
      href: EMBED,
      label: { fr: 'Compteur pour d’autres sites', en: 'Counter for other sites' },
      order: 65,
      access: embedAccess,
      group: 'site',
    },
    ...renewalMenu,
  ],
  jobs: [
    {
      id: 'seats.release',
      everyMs: MINUTE,
      run: async (app, cut) => void (await releaseExpiredHolds(app, cut)),
    },
    { id: 'payments.settle', everyMs: MINUTE, run: settlePayments },
    { id: 'seats.provision', everyMs: HOUR, run: provisionAll },
    { id: 'waiting.invite', everyMs: MINUTE, run: keepLine },
    { id: 'departures.resume', everyMs: MINUTE, run: resumeDepartures },
    { id: 'drafts.forget', everyMs: HOUR, run: forgetDrafts },
    { id: 'seasons.day', everyMs: MINUTE, run: watchDays() },
    ...renewalJobs,
    { id: 'imports.forget', everyMs: DAY, run: forgetLists },
  ],
  tasks: { 'membership.import': importTask, 'membership.rollover': rolloverTask },
  mails: membershipMails,
  panels: [
    { order: 4, access: handlesFiles, load: renewalPanel },
    { order: 5, access: handlesFiles, load: applicationsPanel },
    { order: 6, access: handlesFiles, load: departuresPanel },
  ],
  widgets: [
    { place: 'home', order: 10, topics: ['season'], load: homeBlock },
    { place: 'staff', order: 10, load: staffSeason },
  ],
  blocks: [seasonBlock],
  today: renewalToday,
  todo: async (app, who, lang) => [
    ...(await membershipTodo(app, who, lang)),
    ...(await renewalTodo(app, who, lang)),
    ...(await lineAndRefundTodo(app, who, lang)),
  ],
  filters: {
    'payments.headings': { order: 10, whenBroken: 'skip', apply: seasonHeadings },
    'letters.audiences': { order: 10, whenBroken: 'skip', apply: letterAudiences },
    'person.leaving': { whenBroken: 'skip', apply: leavingPages },
  },
  reasons,
  commands: membershipCommands,
  exportOf: exportMembership,
  stop: async (app) => hubOf(app).close(),
})
