/**
 * Actions, filters and services: where modules meet by name. A module declares its own in its contract.ts:
 *
 *   declare module '@/hooks' {
 *     interface Actions { 'mission.evaluated': { mission: string } }
 *   }
 *
 * There is no central list to edit. See README.md.
 */

export type { App, AppSettings, Attempt, Logger, WorkKind } from './app'
export { appIfRunning, appOf, setApp } from './app'
export { type InstalledBlock, installedBlocks, withBlocks } from './blocks'
export { BadArguments, type Command, NotDone } from './command'
export { exportRows } from './exportRows'
export { decidingFields, idField, inEuros, withIds } from './fields'
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
export * from './names'
export { type PastFact, pastFacts } from './pastFacts'
export { type Deciding, many, one } from './readRows'
export { rowPages } from './rowPages'
export type { FactOf, NewFact } from './rows'
export { compareAndSet, decide, decided, fact, insertDeciding, insertOnce, isDuplicate } from './rows'
export { saidBy } from './saidBy'
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
