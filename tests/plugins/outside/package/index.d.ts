import type { OutsidePlugin } from '@/plugins/house'

declare const meteo: OutsidePlugin
export default meteo
