/** What others may call. */
export { resumeTask, stopTask } from './changeTask'
export { findTask, taskOf } from './rows'
export { type NewTask, startTask } from './startTask'
