/** What others may call. */
export { findLoge, linesOf, listLoges, nameLoges, readLoges, readTeam } from './readLoges'
export { updateLoge } from './updateLoge'
