import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { runningConfig } from '../../running'

export async function POST(request: Request): Promise<Response> {
  const body = await request.text()
  if (!isObject(body)) {
    return Response.json({ errors: [{ message: 'The body is no JSON object.' }] }, { status: 400 })
  }
  const { url, method, headers, signal } = request
  return GRAPHQL_POST(runningConfig())(new Request(url, { method, headers, body, signal }))
}

/** Payload would fail on anything else. */
function isObject(body: string): boolean {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
  } catch {
    return false
  }
}
