import type { SanitizedConfig } from 'payload'
import { appOf } from '@/hooks/app'

/**
 * The configuration of the running program. Next serves inside it, so it takes that one rather than bundle
 * payload.config.ts and with it a second copy of every module, of its hooks and of its pages.
 */
export const runningConfig = async (): Promise<SanitizedConfig> => appOf().payload.config
