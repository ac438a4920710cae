import { FieldLabel, NumberField, TextField } from '@payloadcms/ui'
import type { CollectionSlug, NumberFieldServerProps, PayloadRequest, TextFieldServerProps } from 'payload'
import { adminLang } from '../lang'
import { TitleIs } from './TitleIs'
import { type Shown, shown } from './words'

type Props = TextFieldServerProps | NumberFieldServerProps

/**
 * An id, a code or an instant in a document, in words; the field itself where there are none for it. Such fields
 * are written by services alone, so nothing is lost by their not being boxes to type in.
 */
export async function ShownField(props: Props) {
  const { clientField, collectionSlug, field, i18n, path, payload, req, siblingData } = props
  const value = props.value ?? siblingData?.[field.name]
  const said = await shown(payload, field, value, adminLang(i18n))
  if (!said) return <Usual {...props} />
  const label = clientField.label || undefined
  const href = await openable(req, said, collectionSlug, value)
  return (
    <div className="field-type shown">
      <FieldLabel label={label} path={path} />
      <p className="shown__words" title={String(value)}>
        {href ? <a href={href}>{said.words}</a> : said.words}
      </p>
      {payload.collections[collectionSlug as CollectionSlug]?.config.admin.useAsTitle === field.name && (
        <TitleIs raw={String(value)} words={said.words} />
      )}
    </div>
  )
}

/** What is handed to the browser must be plain: the client's field, not the server's. */
function Usual({ clientField, path, permissions, readOnly, schemaPath }: Props) {
  const rest = { path, permissions, readOnly, schemaPath } as object
  return clientField.type === 'number' ? (
    <NumberField {...rest} field={clientField as never} path={path} />
  ) : (
    <TextField {...rest} field={clientField as never} path={path} />
  )
}

/** Where the asker may read more; a profile, which names its person, leads to the account. */
async function openable(
  req: PayloadRequest,
  { collection, href }: Shown,
  from: string,
  value: unknown,
): Promise<string | undefined> {
  if (!collection) return undefined
  const [slug, to] =
    collection === from ? ['members', `/admin/collections/members/${value}`] : [collection, href]
  const access = req.payload.collections[slug as CollectionSlug]?.config.access.read
  return access && (await access({ req })) ? to : undefined
}
