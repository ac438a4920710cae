import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import type { ZodType, z } from 'zod'
import type { Lang } from '@/core/lang'
import type { FormReading } from '@/hooks'
import type { UploadedFile } from '@/hooks/web'
import { webTexts } from './i18n'

const KILOBYTE = 1024
const MAX_FIELD = 200 * KILOBYTE
const MAX_FIELDS = 200
const MAX_FILE = 8 * KILOBYTE * KILOBYTE
const MAX_FILES = 5

export type PostedForm = { values: Record<string, string | string[]>; files: UploadedFile[] }

/** A form we cannot take: too large or broken. Carries the status of the answer. */
export class FormError extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message)
    this.name = 'FormError'
  }
}

/** Reads a posted form of either encoding, within limits. Throws FormError. */
export function readPostedForm(req: IncomingMessage): Promise<PostedForm> {
  const type = req.headers['content-type'] ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) {
    // A button with nothing to say may post an empty body.
    if (!type && (req.headers['content-length'] ?? '0') === '0')
      return Promise.resolve({ values: {}, files: [] })
    return Promise.reject(new FormError(415, 'not a form'))
  }
  return new Promise((resolve, reject) => {
    const values: Record<string, string | string[]> = Object.create(null)
    const files: UploadedFile[] = []
    const parser = parserFor(req)
    if (!parser) return reject(new FormError(400, 'a form whose headers make no sense'))
    const fail = (error: FormError) => {
      req.unpipe(parser)
      req.resume()
      reject(error)
    }
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated) return fail(new FormError(413, `field ${name} too large`))
      const before = values[name]
      values[name] =
        before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
    })
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => fail(new FormError(413, `file ${field} too large`)))
      stream.on('end', () => {
        const data = Buffer.concat(chunks)
        if (data.length > 0) files.push({ field, name: info.filename ?? '', type: info.mimeType, data })
      })
    })
    parser.on('fieldsLimit', () => fail(new FormError(413, 'too many fields')))
    parser.on('filesLimit', () => fail(new FormError(413, 'too many files')))
    parser.on('error', () => fail(new FormError(400, 'broken form')))
    parser.on('close', () => resolve({ values: { ...values }, files }))
    req.pipe(parser)
  })
}

/** Undefined where the headers promise what busboy cannot read, such as parts without a boundary. */
function parserFor({ headers }: IncomingMessage): busboy.Busboy | undefined {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: {
        fieldSize: MAX_FIELD,
        fields: MAX_FIELDS,
        fileSize: MAX_FILE,
        files: MAX_FILES,
        fieldNameSize: 100,
      },
    })
  } catch {
    return undefined
  }
}

/** Checks posted values; errors are sentences in the visitor's language, one a field, the first that applies. */
export function checkForm<T>(
  schema: ZodType<T>,
  values: PostedForm['values'],
  lang: Lang,
  translate: (code: string) => string | null,
): FormReading<T> {
  const read = schema.safeParse(values, { error: (issue) => describe(issue, lang) })
  if (read.success) return { ok: true, data: read.data, state: { values, errors: {} } }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= translate(issue.message) ?? issue.message
  }
  return { ok: false, state: { values, errors } }
}

/** The sentence for what zod found, where the schema says nothing of its own. */
function describe(issue: z.core.$ZodRawIssue, lang: Lang): string {
  const t = webTexts(lang).form
  const missing = issue.input === undefined || issue.input === ''
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      return missing ? t.required : t.invalid
    case 'too_small':
      if (missing) return t.required
      return issue.origin === 'string' ? t.tooShort(Number(issue.minimum)) : t.atLeast(Number(issue.minimum))
    case 'too_big':
      return issue.origin === 'string' ? t.tooLong(Number(issue.maximum)) : t.atMost(Number(issue.maximum))
    case 'invalid_format':
      if (missing) return t.required
      return issue.format === 'email' ? t.email : issue.format === 'url' ? t.url : t.invalid
    default:
      return t.invalid
  }
}
