/** What others may call. */
export { findLoge, linesOf, listLoges, readLoges, readTeam } from './readLoges'
export { updateLoge } from './updateLoge'
