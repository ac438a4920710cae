/**
 * The season's colours for drawings that leave our pages (embedded counters, e-mail). On our pages the
 * stylesheet decides; a test keeps these equal to styles/tokens.css.
 */
export const SEASON_COLOURS = {
  light: {
    paper: '#fbf8f2',
    ink: '#1c2526',
    deep: '#12444d',
    act: '#a8451f',
    edge: '#7d7667',
    soft: '#4d5758',
    line: '#dcd4c4',
  },
  dark: {
    paper: '#14191a',
    ink: '#ece7dc',
    deep: '#8fc7cf',
    act: '#f0a27f',
    edge: '#7f8a8a',
    soft: '#b9bcb4',
    line: '#343e3f',
  },
} as const
export type SeasonTheme = keyof typeof SEASON_COLOURS
