import type {
  CheckboxField,
  CollectionConfig,
  Field,
  GlobalConfig,
  NumberField,
  SelectField,
  TextareaField,
  TextField,
} from 'payload'
import type { ReactNode } from 'react'
import type { Rule } from '@/core/access'
import type { Bilingual, Lang } from '@/core/lang'
import type { Person, Visitor } from '@/core/person'
import type { Refusal, Result } from '@/core/result'
import type { App } from './app'
import type { Command } from './command'
import type {
  ActionName,
  Actions,
  FilterName,
  Filters,
  ServiceName,
  Services,
  TaskName,
  Tasks,
} from './names'
import type { NewFact } from './rows'
import type { Route, RouteContext } from './web'

declare module './app' {
  interface App {
    /** What is in force now: the core, and the plugins that are on and have what they require. */
    readonly modules: readonly Module[]
    /** All there is, plugins that are off too: what fixes the schema and the addresses. */
    readonly installed: readonly Module[]
  }
}

/** What came to pass, as a listener receives it. The same event may come twice: be idempotent. */
export type Listener<N extends ActionName> = (
  app: App,
  event: { key: string; at: string; data: Actions[N] },
) => Promise<void>

export type Filter<N extends FilterName> = {
  /** Lower runs first; 100 when absent. */
  order?: number
  /**
   * What counts when this one throws or takes longer than its seconds: a refusal (`filter.failed`), which is the
   * usual choice, or as if it were not there, for what only embellishes.
   */
  whenBroken?: 'refuse' | 'skip'
  apply: (
    app: App,
    value: Filters[N] extends { value: infer V } ? V : never,
    context: Filters[N] extends { context: infer C } ? C : never,
  ) => Promise<Result<Filters[N] extends { value: infer V } ? V : never>>
}

export type Service<N extends ServiceName> = (
  app: App,
  input: Services[N] extends { input: infer I } ? I : never,
) => Promise<Result<Services[N] extends { output: infer O } ? O : never>>

/** Periodic work, run by one process at a time; a run may be cut anywhere and started again. */
export type Job = {
  id: string
  everyMs: number
  /** `cut` is aborted when the run must end: the program stops, or another process took over. */
  run: (app: App, cut?: AbortSignal) => Promise<void>
  /** Collections whose nudge (`app.nudge`) brings the next run forward, in whichever process runs jobs. */
  nudgedBy?: string[]
}

/** A line of what a long act was given that it could not take, and why; shown to staff, and kept as a file for them. */
export type RefusedLine = {
  /** Its number in what was given, as a spreadsheet counts. */
  line: number
  column?: string
  /** What stood there. */
  given?: string
  refusal: Refusal
  /** What else is wrong with it. */
  also?: readonly Refusal[]
  /** The whole line as it was given, cell by cell under the `heads` of its kind: to be mended, and given again. */
  cells?: readonly string[]
}

/** What one step of a long act came to. */
export type TaskStep = {
  /** Where the next step begins, never where this one began; null when all is done. */
  next: string | null
  /** Units this step went through, refused ones among them. */
  done: number
  /** Added to the figures of the act, by name. */
  counts?: Readonly<Record<string, number>>
  refused?: readonly RefusedLine[]
}

/**
 * A long act that shows its progress and can be stopped and resumed: an import, a bulk mail. It is done in steps; after
 * each the place reached is written down, and a crash begins again there. So a step must be idempotent, and come to the
 * same when it is run again: half of it may have been done.
 */
export type TaskKind<N extends TaskName> = {
  /** What is being done: « Importer adherents.csv ». */
  title: (input: InputOf<N>, lang: Lang) => string
  /** The words for its figures, in the order in which they are shown. */
  counts: (lang: Lang) => Readonly<Record<string, string>>
  /** Who may do it, follow it, stop it; asked again of whoever started it while it runs. */
  access: Rule
  /** A second's work at most, from `cursor` on (`START` at first). A refusal ends the act, with its reason. */
  step: (
    app: App,
    work: { task: string; input: InputOf<N>; cursor: string; by: Person },
  ) => Promise<Result<TaskStep>>
  /** What its lines are called, where they are no refused lines of a file: they are shown by `href` alone. */
  lines?: (lang: Lang) => string
  /** Where one goes from its page once it is done. */
  href?: (input: InputOf<N>) => string
  /** The heads of what was given line by line: the file of refused lines is then that table, and why, at its end. */
  heads?: (input: InputOf<N>) => readonly string[] | undefined
}
type InputOf<N extends TaskName> = Tasks[N] extends { input: infer I } ? I : never

/**
 * Where facts wait that do not ride in deciding rows of hooks/rows.ts (the ledger's rows bear their own
 * mark). `clear` is called once all facts of these ids stand in the outbox; until then they may be asked again.
 */
export type RelaySource = {
  /** The collection, as `app.nudge` names it. */
  name: string
  /** Oldest first. */
  pending: (app: App, limit: number) => Promise<{ id: string; facts: NewFact[] }[]>
  clear: (app: App, ids: string[]) => Promise<void>
}

/** The headings of staff's page `/bureau`, in order. */
export const OFFICE_GROUPS = ['membership', 'people', 'money', 'life', 'site'] as const
export type OfficeGroup = (typeof OFFICE_GROUPS)[number]

/**
 * A way in. What a module puts at `/bureau/…` (place: account) is staff's: it stands on the page `/bureau`, with what
 * awaits there, and not one by one in the menu of the account.
 */
export type MenuEntry = {
  place: 'public' | 'extranet' | 'account'
  label: Bilingual
  href: string
  order: number
  /** One of the drawings of src/ui/icons; extranet only. */
  icon?: string
  access?: Rule
  /** What the button of the home page says when it leads here; the first public entry that has one is offered there. */
  act?: Bilingual
  /** Under which heading of `/bureau` it stands; under the last one where none is said. */
  group?: OfficeGroup
}

/** One thing that awaits a member, on Aujourd'hui: a sentence and a button. */
export type TodayItem = {
  order: number
  sentence: string
  action: { label: string; href: string }
  since?: string
}

/** Where a widget stands: the public home page, the members' Aujourd'hui, the dashboard of the admin. */
export type WidgetPlace = 'home' | 'today' | 'staff'

/** What a widget learns of who looks at it. On the home page it must look the same to everybody. */
export type WidgetContext = Pick<RouteContext, 'app' | 'who' | 'lang' | 'now'>

/** A block that a module brings to a page of the house. At most one query each; null shows nothing. */
export type Widget = {
  place: WidgetPlace
  order: number
  /** Topics whose change drops the cached home page that shows it. Absent there: that page is not cached. */
  topics?: string[]
  /** For the dashboard of the admin: a heading (h2) and plain HTML, which the admin dresses in a card. */
  load: (ctx: WidgetContext) => Promise<ReactNode>
}

/** What a block asks of whoever places it. Texts have a `maxLength`, or take 2,000 characters at most. */
export type BlockField = TextField | TextareaField | NumberField | SelectField | CheckboxField

/** Checked against the fields, with their defaults; a text never is empty. */
export type BlockValues = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * A block that staff may place between the paragraphs of a page or of a piece of news (WordPress: a shortcode). All
 * visitors see the same. While its plugin is off it is not offered, and shows nothing where it stands.
 */
export type PageBlock = {
  /** Kept in pages: never changed once in use. One in the whole house. */
  slug: string
  labels: { singular: Bilingual; plural: Bilingual }
  /** Names are kept in pages. Flat. */
  fields: BlockField[]
  /** Topics whose change drops the cached pages that hold it. Absent: such pages are not cached. */
  topics?: string[]
  /** What it shows; null, nothing. It has 5 seconds; what it throws is a fault of its module, and the page stands. */
  render: (ctx: WidgetContext, values: BlockValues) => Promise<ReactNode>
}

/**
 * What a module knows about a person, on the files that staff opens: of a person, of an application. A heading (h2) and
 * what stands under it; null shows nothing. Two queries at most. Who may open a file is not thereby allowed all of its
 * panels: each asks for itself.
 */
export type PersonPanel = {
  order: number
  access: Rule
  load: (ctx: WidgetContext, person: { id: string; name: string }) => Promise<ReactNode>
}

/** One line of the staff's day. Its label says how many: « 3 missions à vérifier », « Une mission à vérifier ». */
export type TodoItem = { label: string; count: number; href: string }

/** A mail this module sends: both languages, plain React; the plain text is derived from it. */
export type MailTemplate = {
  id: string
  subject: (data: Record<string, string | number>, lang: Lang) => string
  view: (data: Record<string, string | number>, lang: Lang) => ReactNode
  /** Data with which the admin previews it and the tests render it. */
  example: Record<string, string | number>
  /** Holds a link that lets its reader in: only administrators see it, and it is blanked once sent. */
  secret?: boolean
}

/** What a room of the house adds to it: core collections and plugins share this plan. */
export type Module = {
  id: string
  collections?: CollectionConfig[]
  globals?: GlobalConfig[]
  /** Listeners by action. */
  on?: { [N in ActionName]?: Listener<N> }
  filters?: { [N in FilterName]?: Filter<N> }
  services?: { [N in ServiceName]?: Service<N> }
  routes?: Route[]
  menu?: MenuEntry[]
  jobs?: Job[]
  /** Long acts, by name. */
  tasks?: { [N in TaskName]?: TaskKind<N> }
  relays?: RelaySource[]
  mails?: MailTemplate[]
  /** What awaits the person who asks. At most one query each. */
  today?: (ctx: RouteContext) => Promise<TodayItem[]>
  widgets?: Widget[]
  /** On the files of people that staff opens. */
  panels?: PersonPanel[]
  /** For the text of pages and news. */
  blocks?: PageBlock[]
  /** What awaits staff. */
  todo?: (app: App, who: Visitor, lang: Lang) => Promise<TodoItem[]>
  /** Commands of `npm run cli`. */
  commands?: Command[]
  /** All this module holds about a person, as they may ask for it (GDPR, articles 15 and 20): plain data, no secrets. */
  exportOf?: (app: App, person: string) => Promise<Readonly<Record<string, unknown>>>
  /** Refusal codes of this module → sentences that say the way out. */
  reasons?: (
    lang: Lang,
  ) => Readonly<Record<string, string | ((detail: Record<string, string | number>) => string)>>
}

/** A right that staff may be granted beside the areas of the house; `staffFor('<plugin>:<id>')` asks for it. */
export type Permission = { id: string; label: Bilingual; description: Bilingual }

/** A plugin: a module with a name to show, requirements and settings, which staff turns on and off. */
export type Plugin = Module & {
  /** As semver.org says. */
  version: string
  title: Bilingual
  description: Bilingual
  /** Other plugins by id → the range of versions needed; `compagnon` is the program itself. */
  requires?: Readonly<Record<string, string>>
  /** Edited by staff in the admin, read by `settingsOf`. Each has a default or may be empty. */
  settings?: Field[]
  permissions?: Permission[]
  /** Off until staff turns it on; on from the first start when absent. */
  startsOff?: boolean
  /** Run when it comes into force: at the start of each process, and each time it is turned on. */
  start?: (app: App) => Promise<void>
  /** Run when it is turned off, or the process ends. */
  stop?: (app: App) => Promise<void>
}

export const defineModule = (module: Module): Module => module
export const definePlugin = (plugin: Plugin): Plugin => plugin

export const isPlugin = (module: Module): module is Plugin => 'version' in module

/** A listener's name in deliveries: one a module and action. */
export const listenerId = (module: string, action: string): string => `${module}/${action}`
