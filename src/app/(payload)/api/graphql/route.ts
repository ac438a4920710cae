import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { runningConfig } from '../../running'

export const POST = (request: Request) => GRAPHQL_POST(runningConfig())(request)
