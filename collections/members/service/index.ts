/** What others may call. */
export { changeStanding, findStanding } from './changeStanding'
export { createMember } from './createMember'
export { endGrant, grantRole } from './grantRole'
export {
  findByEmail,
  findBySlug,
  findProfile,
  readContacts,
  readPeople,
  readStandings,
  searchPeople,
} from './readPeople'
export { readPerson } from './readPerson'
export { endAllSignIns, endSignIn, listSignIns, signIn, touchSignIn } from './signIn'
export { giveRole, leaveHindranceOf, letGo, liftSuspension, suspendPerson, takeRole } from './staffActs'
