import type { Config } from 'payload'

type AfterErrorHook = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/** GraphQL wraps whatever was thrown: Payload would log each refusal, even an anonymous one, as an error. */
export const graphqlLevels = { GraphQLError: 'debug' } as unknown as NonNullable<Config['loggingLevels']>

/** A refusal is an answer; what GraphQL failed at for want of the program is an incident. */
export const isIncident = (status: number | undefined): boolean => status === undefined || status >= 500

/** Logs what GraphQL failed at; what REST failed at Payload logs itself, by its name. */
export const logGraphqlIncident: AfterErrorHook = ({ error, graphqlResult, req }) => {
  if (!graphqlResult) return
  const { statusCode } = graphqlResult.extensions as { statusCode?: number }
  if (isIncident(statusCode)) req.payload.logger.error({ err: error }, 'GraphQL failed')
}
