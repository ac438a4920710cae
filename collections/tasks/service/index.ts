/** What others may call. */
export { resumeTask, stopTask } from './changeTask'
export { type NewTask, startTask } from './startTask'
