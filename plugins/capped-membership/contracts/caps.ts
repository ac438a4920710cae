/** One row a change of a season's number of seats: evidence, written once, for the figures. */
export const SEASON_CAPS = 'season-caps'
