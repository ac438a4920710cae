/** What others may call. */
export {
  closeMission,
  editMission,
  publishMission,
  returnMission,
  submitMission,
  withdrawMission,
} from './actOnMission'
export { proposeMission } from './proposeMission'
