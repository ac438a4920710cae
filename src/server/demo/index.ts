import { projectorOf } from '@/collections/ts/service/ledgerOf'
import { fixedClock, MINUTE } from '@/core/clock'
import { civilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { type App, appOf, setApp } from '@/hooks'
import { createApp } from '@/hooks/runtime'
import { type DemoAccount, demoAccounts } from './accounts'
import { joiningActs } from './applications/joining'
import { slotActs } from './applications/slots'
import { waitingActs } from './applications/waiting'
import { type Calendar, calendarOf } from './calendar'
import { contentActs } from './content'
import { exchangeActs } from './exchanges'
import { followUpActs } from './followUp'
import { formerActs } from './former'
import { forumActs } from './forum'
import { logeActs } from './loges'
import { appointStaff, makePeople } from './makePeople'
import { beginDemo, endDemo } from './marker'
import { missionActs } from './missions'
import { everybody } from './people'
import { hangPortraits } from './portraits'
import { renewalActs } from './renewals'
import { openSeason, openWorkshop } from './season'
import { signInActs } from './signIns'
import { type Act, play } from './timeline'
import { withUnhurriedDisk } from './unhurriedDisk'
import { workshopActs } from './workshop'
import { Names, type World } from './world'

export type { DemoAccount } from './accounts'
export { demoWasCut } from './marker'

/**
 * Believable data to live the story in: a season half full and months of life, made by the modules' own verbs, so
 * that every rule held. Only on an empty database, before the program's loops run. Cut in the middle it leaves
 * half a story, which `demoWasCut` tells.
 */
export async function loadDemo(
  app: App,
  say: (line: string) => void,
  lang: Lang = 'fr',
): Promise<DemoAccount[]> {
  const tell = (fr: string, en: string) => say(lang === 'en' ? en : fr)
  if (!(await beginDemo(app))) throw new Error('demo data were begun before')
  const present = appOf()
  await withUnhurriedDisk(app, async () => {
    const calendar = calendarOf(app.clock.now(), app.settings.timeZone)
    const past = enterThePast(app, calendar)
    // Hooks of collections ask for the running program: while the past is played it is that one.
    setApp(past.world.app)
    try {
      tell(`${everybody.length} personnes…`, `${everybody.length} people…`)
      await beforeTheOpening(past)
      tell('des mois d’adhésions, d’entraide, de missions…', 'months of memberships, help, missions…')
      await play(past, history(calendar))
      past.moveTo(calendar.now)
      await past.end()
    } finally {
      setApp(present)
    }
  })
  await app.touch('people', 'season', 'loges', 'posts', 'pages')
  await endDemo(app)
  return demoAccounts()
}

type Past = ReturnType<typeof enterThePast>

/** The same program at another hour: its own relay, deliveries and ledger, its clock where we put it, its mails kept. */
function enterThePast(app: App, calendar: Calendar) {
  const clock = fixedClock(new Date(calendar.now.getTime() - MINUTE))
  const { payload, modules, settings, log } = app
  const quiet = () => undefined
  const past = createApp({
    payload,
    clock,
    modules,
    log: {
      debug: quiet,
      info: quiet,
      warn: (data, message) => log.warn(data, message),
      error: (data, message) => log.error(data, message),
    },
    // Nobody lives at demo.example: a real mail server must not be asked to find them.
    settings: { ...settings, mailConfigured: false },
  })
  const world: World = {
    app: past,
    calendar,
    today: () => civilDate(clock.now(), settings.timeZone),
    ids: new Names(),
    people: new Names(),
  }
  const settle = async () => {
    if (!(await past.drain({ timeoutMs: 60_000 }))) throw new Error('demo: listeners did not end in time')
  }
  return {
    world,
    moveTo: clock.set,
    settle,
    end: async () => {
      await settle()
      await projectorOf(past).flush()
    },
  }
}

async function beforeTheOpening({ world, moveTo, settle }: Past): Promise<void> {
  moveTo(world.calendar.since(-3, 9))
  await makePeople(world)
  await hangPortraits(world)
  await appointStaff(world)
  await openWorkshop(world)
  moveTo(world.calendar.since(-2, 10))
  await openSeason(world)
  await settle()
}

const history = (calendar: Calendar): Act[] => [
  ...joiningActs(calendar),
  ...waitingActs(calendar),
  ...workshopActs(calendar),
  ...renewalActs(calendar),
  ...formerActs(calendar),
  ...exchangeActs(calendar),
  ...logeActs(calendar),
  ...missionActs(calendar),
  ...forumActs(calendar),
  ...contentActs(calendar),
  ...slotActs(calendar),
  ...signInActs(calendar),
  ...followUpActs(calendar),
]
