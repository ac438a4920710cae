import { Link } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps, TextFieldClient } from 'payload'
import { adminLang } from '../lang'
import { shown } from './words'

/** An id, a code or an instant in a list, in words. */
export async function ShownCell({
  cellData,
  collectionSlug,
  field,
  i18n,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps<TextFieldClient, string | number | null>) {
  const said = 'name' in field && (await shown(payload, field, cellData, adminLang(i18n)))
  const words = said ? said.words : (cellData ?? '—')
  if (!link) return <span title={said ? String(cellData) : undefined}>{words}</span>
  return (
    <Link href={linkURL ?? `/admin/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
      {words}
    </Link>
  )
}
