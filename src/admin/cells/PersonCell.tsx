import { Link } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps, Payload, TextFieldClient } from 'payload'
import { cache } from 'react'
import { personIn } from './personIn'

/** A person in a list, by name: rows hold ids, since they outlive the people they name. */
export async function PersonCell({
  cellData,
  collectionSlug,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps<TextFieldClient, string | null>) {
  const id = personIn(cellData)
  const words = (id && (await nameOf(payload, id))) || cellData || '—'
  if (!link) return <span title={cellData ?? undefined}>{words}</span>
  return (
    <Link href={linkURL ?? `/admin/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
      {words}
    </Link>
  )
}

/** Read past the access of profiles: this page is staff's, who may read them all. Once a request for each person. */
const nameOf = cache(async (payload: Payload, person: string): Promise<string | undefined> => {
  const profile = (await payload.db.findOne({
    collection: 'profiles',
    where: { person: { equals: person } },
  })) as { name?: string } | null
  return profile?.name
})
