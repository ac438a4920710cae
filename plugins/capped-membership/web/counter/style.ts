import { SEASON_COLOURS, type SeasonTheme } from '@/ui'
import type { Theme } from './bodies'

export const SERIF = '"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,serif'

const colours = (theme: SeasonTheme): string =>
  Object.entries(SEASON_COLOURS[theme])
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** The colours of a theme, set on what `root` selects. */
export const palette = (root: string, theme: Theme): string =>
  theme === 'auto'
    ? `${root}{${colours('light')}}@media(prefers-color-scheme:dark){${root}{${colours('dark')}}}`
    : `${root}{${colours(theme)}}`

/** The marks of seats; without it they show by their attributes. */
export const MARKS =
  '.taken,.half{stroke:none}.taken{fill:var(--deep)}.half{fill:var(--act)}.held,.free{fill:none}' +
  '.held{stroke:var(--act)}.free{stroke:var(--edge)}'

/** The card, in the frame and in the element alike. */
export const CARD =
  '.card{box-sizing:border-box;max-width:var(--width,28rem);padding:1.1rem 1.25rem;border:var(--border,1px solid var(--line));border-radius:3px;' +
  'background:var(--paper);color:var(--ink);font:1rem/1.45 system-ui,sans-serif}' +
  '.card>*{margin:0}' +
  `.title{color:var(--soft);font-size:.9375rem}.text{font:1.375rem/1.25 ${SERIF};text-wrap:balance}` +
  'svg{display:block;width:100%;height:auto;margin:.9rem 0 .7rem!important}' +
  '.detail{text-wrap:balance;color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}' +
  '.link{margin-top:.5rem}a{display:inline-block;padding:.25rem 0;color:var(--act)}' +
  'a:focus-visible{outline:2px solid var(--deep);outline-offset:3px}[hidden]{display:none!important}'

/** The style of the element's shadow: nothing of the page around it comes in. */
export const ELEMENT_STYLE =
  ':host{all:initial;display:block}:host([hidden]){display:none}' +
  palette(':host', 'auto') +
  palette(':host([theme=light])', 'light') +
  palette(':host([theme=dark])', 'dark') +
  MARKS +
  CARD
