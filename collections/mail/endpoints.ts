import type { Endpoint, PayloadRequest } from 'payload'
import { staff } from '@/core/access'
import type { Result } from '@/core/result'
import { appOf } from '@/hooks'
import { personOf } from '../members/access'
import { langOf } from './admin/langOf'
import { mailReasons } from './reasons'
import { releaseKept } from './service/releaseKept'
import { retryMail } from './service/retryMail'

/** Answers staff alone, with the sentence of a refusal; everyone else gets a 403 that says nothing. */
async function forStaff(req: PayloadRequest, act: () => Promise<Result<unknown>>): Promise<Response> {
  if (!staff(personOf(req))) return Response.json({ message: 'Forbidden' }, { status: 403 })
  const result = await act()
  if (result.ok) return Response.json({ value: result.value })
  const sentences = mailReasons(langOf(req.i18n))
  return Response.json({ reason: result.reason, message: sentences[result.reason] ?? '' }, { status: 409 })
}

/** What the admin's buttons ask for: `POST /api/mails/:id/retry`, `POST /api/mails/release-kept`. */
export const mailEndpoints: Endpoint[] = [
  {
    path: '/release-kept',
    method: 'post',
    handler: (req) => forStaff(req, () => releaseKept(appOf())),
  },
  {
    path: '/:id/retry',
    method: 'post',
    handler: (req) => forStaff(req, () => retryMail(appOf(), String(req.routeParams?.id ?? ''))),
  },
]
