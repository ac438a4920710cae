/** Packages from outside need no types of their own, if they are named so. Those that have some are read by them. */
declare module 'compagnon-plugin-*' {
  import type { OutsidePlugin } from '@/plugins/house'

  const plugin: OutsidePlugin
  export default plugin
}
