import { expect, it, vi } from 'vitest'
import { isIncident, logGraphqlIncident } from './logging'

it('a refusal is no incident, a failure of the program is', () => {
  expect([400, 401, 403, 404, 409].map(isIncident)).toEqual(Array(5).fill(false))
  expect([500, 503, undefined].map(isIncident)).toEqual(Array(3).fill(true))
})

it('logs only what GraphQL failed at', async () => {
  const error = vi.fn()
  const failed = (graphqlResult: object | undefined) =>
    logGraphqlIncident({
      error: new Error('x'),
      context: {},
      req: { payload: { logger: { error } } },
      ...(graphqlResult ? { graphqlResult } : {}),
    } as unknown as Parameters<typeof logGraphqlIncident>[0])
  await failed(undefined)
  await failed({ message: 'no', extensions: { statusCode: 403 } })
  expect(error).not.toHaveBeenCalled()
  await failed({ message: 'Something went wrong.', extensions: { statusCode: 500 } })
  expect(error).toHaveBeenCalledTimes(1)
})
