import { rule } from '@/core/access'
import { HOUR, MINUTE } from '@/core/clock'
import { definePlugin } from '@/hooks'
import { applications } from './collections/applications'
import { cardFees } from './collections/cardFees'
import { memberships } from './collections/memberships'
import { payments } from './collections/payments'
import { seasons } from './collections/seasons'
import { seats } from './collections/seats'
import { membershipSettings } from './collections/settings'
import { membershipCommands } from './commands'
import './contract'
import { reasons } from './i18n/reasons'
import { membershipMails } from './mails'
import { exportMembership } from './service/exportMembership'
import { listeners } from './service/listeners'
import { membershipTodo } from './service/listTodo'
import { provisionAll, settlePayments, watchDays } from './service/reconcile'
import { releaseExpiredHolds } from './service/releaseExpiredHolds'
import { seasonHeadings } from './service/seasonHeadings'
import { aboutRoute } from './web/about'
import { applyRoute, thanksRoute } from './web/apply'
import { EMBED, embedAccess, embedRoute } from './web/counter/embed'
import { hubOf } from './web/counter/hub'
import { counterRoutes } from './web/counter/routes'
import { homeBlock } from './web/homeBlock'
import { mineRoute } from './web/mine'
import { OFFICE, officeAccess } from './web/officeAccess'
import { officeActRoutes } from './web/officeActs'
import { officeFileRoute } from './web/officeFile'
import { officeListRoute } from './web/officeList'
import { payRoute } from './web/payOnline'
import { seasonBlock } from './web/seasonBlock'
import { staffSeason } from './web/staffSeason'

/** Somebody with a file under way or just decided. */
const hasFile = rule(
  'applicant',
  (who) => who !== null && ['applicant', 'accepted', 'refused'].includes(who.standing),
)

export const cappedMembership = definePlugin({
  id: 'capped-membership',
  version: '0.1.0',
  title: { fr: 'Adhésions à places comptées', en: 'Membership with counted seats' },
  description: {
    fr: 'Saisons, candidatures, entretiens, cotisations et places : jamais une de trop.',
    en: 'Seasons, applications, interviews, fees and seats: never one too many.',
  },
  collections: [applications, cardFees, memberships, payments, seats, seasons],
  settings: membershipSettings,
  on: listeners,
  filters: { 'payments.headings': { order: 10, whenBroken: 'skip', apply: seasonHeadings } },
  routes: [
    aboutRoute,
    applyRoute,
    thanksRoute,
    mineRoute,
    payRoute,
    officeListRoute,
    officeFileRoute,
    ...officeActRoutes,
    ...counterRoutes,
    embedRoute,
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
      access: officeAccess,
    },
    {
      place: 'account',
      href: EMBED,
      label: { fr: 'Compteur pour d’autres sites', en: 'Counter for other sites' },
      order: 65,
      access: embedAccess,
    },
  ],
  jobs: [
    { id: 'seats.release', everyMs: MINUTE, run: async (app) => void (await releaseExpiredHolds(app)) },
    { id: 'payments.settle', everyMs: MINUTE, run: settlePayments },
    { id: 'seats.provision', everyMs: HOUR, run: provisionAll },
    { id: 'seasons.day', everyMs: MINUTE, run: watchDays() },
  ],
  mails: membershipMails,
  widgets: [
    { place: 'home', order: 10, topics: ['season'], load: homeBlock },
    { place: 'staff', order: 10, load: staffSeason },
  ],
  blocks: [seasonBlock],
  todo: membershipTodo,
  reasons,
  commands: membershipCommands,
  exportOf: exportMembership,
  stop: async (app) => hubOf(app).close(),
})
