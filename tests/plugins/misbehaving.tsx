import { anyone, type Rule } from '@/core/access'
import { ok } from '@/core/result'
import { definePlugin, type Plugin, page } from '@/hooks'

declare module '@/hooks' {
  interface Actions {
    'trial.happened': { n: number }
  }
  interface Filters {
    'trial.price': { value: number; context: null }
  }
  interface Tasks {
    'wrong.task': { input: null }
  }
}

const boom = () => {
  throw new Error('boom')
}
const never = () => new Promise<never>(() => undefined)
/** A rule that throws. */
const broken: Rule = Object.assign(boom, { label: 'broken' })
/** Throws while it is drawn, not while it is made. */
const Bad = (): never => boom()

/** Everything a plugin can do wrong, in one. */
export const wrong: Plugin = definePlugin({
  id: 'wrong',
  version: '0.0.1',
  title: { fr: 'De travers', en: 'Awry' },
  description: { fr: 'Fait tout de travers.', en: 'Does everything wrong.' },
  on: { 'trial.happened': async () => boom() },
  filters: { 'trial.price': { whenBroken: 'skip', apply: async () => boom() } },
  routes: [
    { path: '/de-travers', access: anyone, get: async () => boom(), post: async () => boom() },
    { path: '/de-travers/dessin', access: anyone, get: async () => page({ title: 'x', view: <Bad /> }) },
    { path: '/de-travers/porte', access: broken, get: async () => page({ title: 'x', view: 'x' }) },
  ],
  tasks: { 'wrong.task': { title: boom, counts: boom, access: broken, step: async () => boom() } },
  widgets: [
    { place: 'home', order: 1, load: async () => boom() },
    { place: 'home', order: 2, load: async () => <Bad /> },
    { place: 'today', order: 1, load: async () => <Bad /> },
  ],
  today: async () => boom(),
  todo: async () => boom(),
  panels: [
    { order: 1, access: anyone, load: async () => boom() },
    { order: 2, access: broken, load: async () => null },
  ],
  reasons: boom,
  mails: [{ id: 'wrong.mail', subject: boom, view: boom, example: {} }],
  exportOf: async () => boom(),
  settings: [
    { type: 'row', fields: [{ name: 'depth', type: 'number', label: { fr: 'Profondeur', en: 'Depth' } }] },
    { name: 'unnamed', type: 'text' },
  ],
  permissions: [
    { id: 'break', label: { fr: 'Casser', en: 'Break' }, description: { fr: 'Tout.', en: 'All.' } },
  ],
  menu: [
    { place: 'public', href: '/de-travers', label: { fr: 'De travers', en: 'Awry' }, order: 900 },
    { place: 'account', href: '/bureau/de-travers', label: { fr: 'X', en: 'X' }, order: 1, access: broken },
  ],
  jobs: [{ id: 'wrong.job', everyMs: 60_000, run: async () => boom() }],
})
/** Never answers. */
export const hanging: Plugin = definePlugin({
  id: 'hanging',
  version: '0.0.1',
  title: { fr: 'Muette', en: 'Mute' },
  description: { fr: 'Ne répond jamais.', en: 'Never answers.' },
  on: { 'trial.happened': never },
})
/** Cannot start. */
export const stillborn: Plugin = definePlugin({
  id: 'stillborn',
  version: '0.0.1',
  title: { fr: 'Mort-née', en: 'Stillborn' },
  description: { fr: 'Ne démarre pas.', en: 'Does not start.' },
  start: async () => boom(),
  routes: [{ path: '/mort-nee', access: anyone, get: async () => page({ title: 'x', view: 'x' }) }],
})
/** Needs what cannot start. */
export const orphan: Plugin = definePlugin({
  id: 'orphan',
  version: '0.0.1',
  title: { fr: 'Orpheline', en: 'Orphan' },
  description: { fr: 'Attend.', en: 'Waits.' },
  requires: { stillborn: '^0.0.1' },
})
/** What `well` was told. */
export const heard: number[] = []
/** Does its work, among the others. */
export const well: Plugin = definePlugin({
  id: 'well',
  version: '1.0.0',
  title: { fr: 'D’aplomb', en: 'Upright' },
  description: { fr: 'Fait ce qu’elle doit.', en: 'Does what it should.' },
  on: { 'trial.happened': async (_, { data }) => void heard.push(data.n) },
  reasons: () => ({ 'trial.refused': 'Pas cette fois.' }),
  filters: { 'trial.price': { order: 200, apply: async (_, value) => ok(value * 2) } },
  routes: [
    { path: '/d-aplomb', access: anyone, get: async () => page({ title: 'd’aplomb', view: 'd’aplomb' }) },
  ],
})
