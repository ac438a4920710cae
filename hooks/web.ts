import type { ReactNode } from 'react'
import type { ZodType } from 'zod'
import type { Rule } from '@/core/access'
import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { Refusal } from '@/core/result'
import type { App } from './app'

/** What the visitor typed, and what is wrong with it, by field; '' holds what concerns the whole form. */
export type FormState = {
  readonly values: Readonly<Record<string, string | string[]>>
  readonly errors: Readonly<Record<string, string>>
}
export type FormReading<T> = { ok: true; data: T; state: FormState } | { ok: false; state: FormState }

export type UploadedFile = { field: string; name: string; type: string; data: Buffer }

export const blankForm = (values: FormState['values'] = {}): FormState => ({ values, errors: {} })

/** The same form with one more error, beside a field or ('') for the whole. */
export const withError = (state: FormState, field: string, message: string): FormState => ({
  values: state.values,
  errors: { ...state.errors, [field]: message },
})

export type FlashKind = 'success' | 'info' | 'refusal'
export type Flash = { kind: FlashKind; text: string; undo?: { label: string; action: string } }
export type Crumb = { label: string; href?: string }

export type Reply =
  | {
      type: 'page'
      title: string
      view: ReactNode
      layout?: 'public' | 'extranet'
      status?: number
      description?: string
      /** Search engines are asked to leave it out: a page that names somebody. */
      noindex?: boolean
      breadcrumbs?: Crumb[]
      /** The menu entry to mark as current, when the path does not tell. */
      current?: string
      /** Extra browser scripts (islands by name). */
      islands?: string[]
      /** Topics it shows beside those of its route; false: as it is now it must not be kept. */
      cache?: readonly string[] | false
    }
  | {
      type: 'redirect'
      /** A path of ours; with `elsewhere`, an address of one of the few sites that our forms may lead to. */
      to: string
      elsewhere?: boolean
      flash?: Flash
      cookies?: string[]
    }
  | { type: 'not-found' }
  | { type: 'forbidden'; reason?: string }
  | {
      type: 'raw'
      /** A buffer that a module keeps and sends again and again is compressed once. */
      body: string | Buffer
      contentType: string
      status?: number
      headers?: Record<string, string>
      /**
       * Topics whose change makes it another. On a route open to `anyone`, a small answer that looks at nothing of who
       * asks but the address is then sent again as it is, until one of them changes, for half a minute at most.
       */
      keep?: readonly string[]
    }
  | {
      /** An answer that stays open (live events). Not compressed, not kept; ended when the program is about to stop. */
      type: 'stream'
      contentType: string
      headers?: Record<string, string>
      /** Called once the headers are on their way; returns what to do at its end, whoever ends it. */
      open: (out: OpenStream) => () => void
    }
  | {
      /** A file too long to be held whole, sent as fast as its reader takes it. What it throws cuts the file short. */
      type: 'pieces'
      contentType: string
      headers?: Record<string, string>
      body: AsyncIterable<string>
    }

/** An answer under way. Who reads too slowly is cut off. */
export type OpenStream = { send(text: string): void; end(): void }

/** What a route learns of a request. Pages have no other way in. */
export type RouteContext = {
  readonly app: App
  readonly who: Visitor
  readonly lang: Lang
  readonly now: Date
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  /** A header of the request, for what is not a page: `accept`, `last-event-id`. */
  header(name: string): string | undefined
  /** Cookies sent, by name. */
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** Reads and checks the posted form; errors are in the visitor's language. */
  read<T>(schema: ZodType<T>): Promise<FormReading<T>>
  /** The body as it came, for what is signed byte by byte; too much or cut short: 413, 400. Instead of `read`. */
  raw(maxBytes: number): Promise<Buffer>
  /** Files of a multipart form, after `read`. */
  readonly files: readonly UploadedFile[]
  /** The sentence for a refusal, in the visitor's language. */
  reason(refusal: Refusal): string
}

export type Handler = (ctx: RouteContext) => Promise<Reply>

export type Route = {
  /** Express 5 path, such as `/echanges/:id`. */
  path: string
  /** Who may ask at all. Anonymous people refused are led to sign in; others get a 403. */
  access: Rule
  get?: Handler
  post?: Handler
  /**
   * Topics whose change drops the cached page; set only on pages that look the same to every anonymous
   * visitor. Absent: never cached.
   */
  cache?: string[]
  /** Limits posts by address: forms open to all. */
  limit?: { max: number; windowMs: number }
  /** Limits reads by address: pages that tell whether a secret in the address is one. */
  limitReads?: { max: number; windowMs: number }
}

export const route = (r: Route): Route => r

type PageReply = Extract<Reply, { type: 'page' }>
export const page = (p: Omit<PageReply, 'type'>): Reply => ({ type: 'page', ...p })
export const redirect = (to: string, flash?: Flash): Reply => ({
  type: 'redirect',
  to,
  ...(flash ? { flash } : {}),
})
/** To a page of another site that the server knows (a payment page): its origin must be among those it was told. */
export const leaveFor = (address: string): Reply => ({ type: 'redirect', to: address, elsewhere: true })
export const notFound = (): Reply => ({ type: 'not-found' })
export const forbidden = (reason?: string): Reply => ({ type: 'forbidden', ...(reason ? { reason } : {}) })
export const raw = (
  contentType: string,
  body: string | Buffer,
  more: { status?: number; headers?: Record<string, string>; keep?: readonly string[] } = {},
): Reply => ({ type: 'raw', contentType, body, ...more })
export const stream = (s: Omit<Extract<Reply, { type: 'stream' }>, 'type'>): Reply => ({
  type: 'stream',
  ...s,
})
export const pieces = (p: Omit<Extract<Reply, { type: 'pieces' }>, 'type'>): Reply => ({
  type: 'pieces',
  ...p,
})
