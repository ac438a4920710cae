/**
 * Actions, filters and services: where modules meet by name. A module declares its own in its contract.ts:
 *
 *   declare module '@/hooks' {
 *     interface Actions { 'mission.evaluated': { mission: string } }
 *   }
 *
 * There is no central list to edit. See README.md.
 */

/** Facts, in the past tense: name → what listeners receive. Delivered at least once. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Actions {}

/** Values that others may change or refuse: name → { value, context }. No side effects. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Filters {}

/** Verbs one module offers and another calls by name: name → { input, output }. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Services {}

/** Long acts, run in steps that can be stopped and resumed: name → { input }. See collections/tasks. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tasks {}

export type {
  ActionName,
  App,
  AppSettings,
  Attempt,
  FilterName,
  Logger,
  ServiceName,
  TaskName,
  WorkKind,
} from './app'
export { appIfRunning, appOf, setApp } from './app'
export { type InstalledBlock, installedBlocks, withBlocks } from './blocks'
export { BadArguments, type Command, NotDone } from './command'
export { exportRows } from './exportRows'
export { decidingFields, idField, withIds } from './fields'
export { type Measures, measure } from './measure'
export { atOffice, landingOf, menuOf, OFFICE_HOME, officeOf } from './menu'
export type {
  BlockField,
  BlockValues,
  Filter,
  Job,
  Listener,
  MailTemplate,
  MenuEntry,
  Module,
  OfficeGroup,
  PageBlock,
  Permission,
  PersonPanel,
  Plugin,
  RefusedLine,
  RelaySource,
  Service,
  TaskKind,
  TaskStep,
  TodayItem,
  TodoItem,
  Widget,
  WidgetContext,
  WidgetPlace,
} from './module'
export { defineModule, definePlugin, isPlugin, listenerId, OFFICE_GROUPS } from './module'
export { type PastFact, pastFacts } from './pastFacts'
export { rowPages } from './rowPages'
export type { FactOf, NewFact } from './rows'
export { compareAndSet, decide, decided, fact, insertDeciding, insertOnce, isDuplicate } from './rows'
export { FORGET, keepingSecrets, learnSecrets, secretField } from './secretField'
export { keepSecret, withoutSecrets } from './secrets'
export { type SettingsOf, settingsOf, settingsTopic } from './settings'
export { type Trace, traced, traceNow } from './trace'
export type {
  FlashKind,
  FormReading,
  FormState,
  Handler,
  OpenStream,
  Reply,
  Route,
  RouteContext,
} from './web'
export {
  blankForm,
  forbidden,
  leaveFor,
  notFound,
  page,
  pieces,
  raw,
  redirect,
  route,
  stream,
  withError,
} from './web'
