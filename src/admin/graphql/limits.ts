import { type ExecutionArgs, GraphQLError, type ValidationRule } from 'graphql'
import { problemOf } from './problem'

/**
 * Refuses documents that are too deep or too large, and the doors of Payload's own sign-in, before anything else
 * walks them: rules that expand fragments each time they meet one can be made to run for ever.
 */
export function graphqlLimits(args: ExecutionArgs): ValidationRule[] {
  const problem = problemOf(args.document)
  if (!problem) return []
  args.document = { ...args.document, definitions: [] }
  return [
    (context) => ({
      Document() {
        context.reportError(new GraphQLError(problem))
      },
    }),
  ]
}
